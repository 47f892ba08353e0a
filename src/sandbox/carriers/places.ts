/** Where an area code's numbers are, for searches by distance, postal code and exchange area. */
export interface Place {
  locality: string;
  latitude: string;
  longitude: string;
  /** The exchange area of US numbers; Canada's is 888, as Twilio has it. */
  lata: string | null;
  postalCode: string | null;
  /** Whether the area code is the place's best known. */
  isMain: boolean;
}

type Row = [codes: string, locality: string, latitude: string, longitude: string, lata?: string, postalCode?: string];

const rows: Row[] = [
  ['212 332 646 917', 'New York', '40.712800', '-74.006000', '132', '10001'],
  ['310 424', 'Santa Monica', '34.019500', '-118.491200', '730', '90401'],
  ['213 323', 'Los Angeles', '34.052200', '-118.243700', '730', '90012'],
  ['415 628', 'San Francisco', '37.774900', '-122.419400', '722', '94103'],
  ['858 619', 'San Diego', '32.715700', '-117.161100', '732', '92101'],
  ['512 737', 'Austin', '30.267200', '-97.743100', '558', '78701'],
  ['830', 'New Braunfels', '29.703000', '-98.124500', '566', '78130'],
  ['210 726', 'San Antonio', '29.424100', '-98.493600', '566', '78205'],
  ['713 281 832 346', 'Houston', '29.760400', '-95.369800', '560', '77002'],
  ['214 972 469 945', 'Dallas', '32.776700', '-96.797000', '552', '75201'],
  ['305 786', 'Miami', '25.761700', '-80.191800', '460', '33101'],
  ['206', 'Seattle', '47.606200', '-122.332100', '674', '98101'],
  ['870', 'Wynne', '35.224500', '-90.786800', '528', '72396'],
  ['312 773 872', 'Chicago', '41.878100', '-87.629800', '358', '60601'],
  ['215 267 445', 'Philadelphia', '39.952600', '-75.165200', '228', '19103'],
  ['404 470 678', 'Atlanta', '33.749000', '-84.388000', '438', '30303'],
  ['602 480 623', 'Phoenix', '33.448400', '-112.074000', '666', '85004'],
  ['617 857', 'Boston', '42.360100', '-71.058900', '128', '02108'],
  ['303 720', 'Denver', '39.739200', '-104.990300', '656', '80202'],
  ['202 771', 'Washington', '38.907200', '-77.036900', '236', '20001'],
  ['416 437 647', 'Toronto', '43.653200', '-79.383200', '888'],
  ['514 438 263', 'Montréal', '45.501700', '-73.567300', '888'],
  ['604', 'Vancouver', '49.282700', '-123.120700', '888'],
  ['787', 'San Juan', '18.465500', '-66.105700', '820', '00901'],
  ['939', 'Ponce', '18.011100', '-66.614100', '820', '00716'],
  ['876 658', 'Kingston', '18.017900', '-76.809900'],
  ['809 829 849', 'Santo Domingo', '18.486100', '-69.931200'],
  ['242', 'Nassau', '25.044300', '-77.350400'],
];

const byCode = new Map(
  rows.flatMap(([codes, locality, latitude, longitude, lata = null, postalCode = null]) =>
    codes.split(' ').map((code, index): [string, Place] => {
      return [code, { locality, latitude, longitude, lata, postalCode, isMain: index === 0 }];
    }),
  ),
);

/** The place of an area code, where it is known. */
export const placeOf = (code: string): Place | undefined => byCode.get(code);
