/**
 * Area codes laid over older ones, of the US, Canada and Puerto Rico: on each line the older code, then those that
 * serve the same area. From the public NPA report of the North American Numbering Plan Administrator (nanpa.com, "Area
 * Code Inventory"), column OVERLAY_COMPLEX, as of 26 November 2025; codes that it says come into service in 2026 are
 * here, those of later or without a date are not. libphonenumber knows no places of most of the newer ones.
 */
const lines = `
201 551        202 771        203 475        204 431 584    205 659        206 564        208 986
209 350        210 726        212 646 332 917               213 323 738    323 213 738    214 972 469 945
215 267 445    217 447        240 227        250 778 236 672 257           248 947        256 938
270 364        281 713 832 346 621           301 240 227    303 720 983    304 681        305 786 645
306 639 474    309 861        310 424        312 872        313 679        314 557        315 680
317 463        318 457        330 234        334 483        336 743        360 564        402 531
403 587 825 368               404 678 470 943               405 572        407 689 321    408 669
410 443 667    412 878        415 628        416 647 437 942               418 581 367    419 567
423 729        440 436        450 579 354    469 214 972 945               480 602 623    484 610 835
503 971        506 428        507 924        508 774        510 341
512 737        513 283        514 438 263    516 363        518 838        519 226 548 382
530 837        540 826        541 458        559 357        561 728        570 272        573 235
601 769        602 480 623    604 778 236 672 257           608 353        609 640        610 484 835
613 343 753    614 380        615 629        617 857        618 730        619 858        623 602 480
630 331        631 934        662 471        702 725        703 571        704 980        705 249 683
706 762        707 369        708 464        709 879        713 281 832 346 621           714 657
715 534        716 624        717 223        718 347 929 917 465           724 878        732 848
740 220        757 948        760 442        770 678 470 943               773 872        780 587 825 368
781 339        787 939        801 385        803 839        804 686        805 820        812 930
813 656        814 582        815 779        816 975        817 682        818 747        819 873 468
832 713 281 346 621           843 854        845 329        847 224        850 448        858 619
860 959        864 821        870 327        902 782        903 430        904 324        905 289 365 742
909 840        910 472        916 279        918 539        919 984        920 274        937 326
954 754        970 748        972 214 469 945               973 862        978 351
`;

/** The codes that serve the same area as an older one, by that one. */
export const overlays: ReadonlyMap<string, readonly string[]> = new Map(
  lines
    .trim()
    .split(/\s{2,}|\n/)
    .map((line) => line.trim().split(' '))
    .map(([older = '', ...newer]) => [older, newer]),
);
