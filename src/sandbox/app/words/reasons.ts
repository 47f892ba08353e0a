/** What went wrong with a try, as a heading, and what to do about it. */
type ReasonWords = [heading: string, text: string];

const en = {
  too_many_retries: ['The code was wrong too often', 'Make sure that the phone number is yours.'],
  confirmation_timeout: ['The code has expired', 'A code is good for ten minutes, and no other can be sent.'],
  too_much_glare: ['There is glare on your ID', 'Turn away from lamps and windows, or tilt the ID a little.'],
  too_blurry: ['The picture is blurred', 'Hold still and let the camera focus.'],
  back_missing: ['The back of your ID is missing', 'Show the front first, then turn the ID over and show the back.'],
  side_submitted_twice: ['Both pictures show the same side', 'Show the front first, then the back.'],
  barcode_not_decoded: [
    'We could not read the barcode on the back',
    'Lay the card flat, avoid glare and fill the frame.',
  ],
  expired: ['Your ID has expired', 'Choose another ID, one that is still valid.'],
  failed_requirement: [
    'Your ID says that you are under 18',
    'Only people of 18 and over can be verified here. If we misread the date, show your ID once more or choose another.',
  ],
  type_mismatch: ['This is another kind of ID', 'Choose the kind that you are going to show.'],
  repeat: ['This picture has been used before', 'Take a new picture of your ID.'],
  submission_invalid: ['The picture is damaged', 'Take a new one.'],
  mrz_checksum_invalid: [
    'We could not read the printed lines at the edge of your ID',
    'Make sure that they show in full and are sharp.',
  ],
  insufficient_detail: ['Your selfie is not sharp', 'Hold still, wipe the lens and look for even light.'],
  poses_repeated: [
    'The selfie pictures are the same',
    'Take a new picture for each pose, and turn your head between them.',
  ],
  required_poses_not_found: [
    'We did not see your head turn',
    'Look straight ahead first, then turn to your left and to your right.',
  ],
  replica_detected: [
    'We need to see you live',
    'Look into the camera yourself. A picture of a picture or of a screen does not work.',
  ],
  low_liveness_confidence: [
    'We could not see clearly that you are there',
    'Look for even light, hold the camera at the height of your eyes and try once more.',
  ],
  suspicious_photo: ['This is the picture on your ID', 'Take your selfie now, with the camera on your face.'],
  face_mismatch: [
    'Your selfie does not look like the photo on your ID',
    'The ID has to be your own. Take off glasses and hats, and look for even light.',
  ],
} satisfies Record<string, ReasonWords>;

type Reasons = Record<keyof typeof en, ReasonWords>;

const es: Reasons = {
  too_many_retries: ['El código no coincidió demasiadas veces', 'Comprueba que el número de teléfono sea tuyo.'],
  confirmation_timeout: ['El código venció', 'Un código vale diez minutos, y no se puede enviar otro.'],
  too_much_glare: ['Hay un reflejo en tu identificación', 'Aléjate de lámparas y ventanas, o inclínala un poco.'],
  too_blurry: ['La foto está borrosa', 'No te muevas y deja que la cámara enfoque.'],
  back_missing: [
    'Falta el reverso de tu identificación',
    'Muestra primero el frente; luego dale la vuelta y muestra el reverso.',
  ],
  side_submitted_twice: ['Las dos fotos muestran el mismo lado', 'Muestra primero el frente y luego el reverso.'],
  barcode_not_decoded: [
    'No pudimos leer el código de barras del reverso',
    'Pon la tarjeta plana, evita los reflejos y llena el recuadro.',
  ],
  expired: ['Tu identificación venció', 'Elige otra que siga vigente.'],
  failed_requirement: [
    'Según tu identificación tienes menos de 18 años',
    'Aquí solo se verifica a personas de 18 años o más. Si leímos mal la fecha, muéstrala otra vez o elige otra.',
  ],
  type_mismatch: ['Es otro tipo de identificación', 'Elige el tipo que vas a mostrar.'],
  repeat: ['Esta foto ya se usó antes', 'Toma una foto nueva de tu identificación.'],
  submission_invalid: ['La foto está dañada', 'Toma una nueva.'],
  mrz_checksum_invalid: [
    'No pudimos leer las líneas impresas al borde de tu identificación',
    'Asegúrate de que se vean completas y nítidas.',
  ],
  insufficient_detail: ['Tu selfie no está nítida', 'No te muevas, limpia la lente y busca una luz pareja.'],
  poses_repeated: [
    'Las fotos de la selfie son iguales',
    'Toma una foto nueva para cada pose y gira la cabeza entre una y otra.',
  ],
  required_poses_not_found: [
    'No vimos que giraras la cabeza',
    'Mira primero de frente, luego gira a tu izquierda y a tu derecha.',
  ],
  replica_detected: [
    'Necesitamos verte en vivo',
    'Mira tú a la cámara. No sirve la foto de una foto ni de una pantalla.',
  ],
  low_liveness_confidence: [
    'No pudimos ver con claridad que estás ahí',
    'Busca una luz pareja, sostén la cámara a la altura de los ojos e intenta otra vez.',
  ],
  suspicious_photo: ['Es la foto de tu identificación', 'Toma ahora tu selfie, con la cámara hacia tu cara.'],
  face_mismatch: [
    'Tu selfie no se parece a la foto de tu identificación',
    'La identificación debe ser tuya. Quítate lentes y gorras, y busca una luz pareja.',
  ],
};

const fr: Reasons = {
  too_many_retries: ['Le code était faux trop souvent', 'Vérifiez que le numéro de téléphone est bien le vôtre.'],
  confirmation_timeout: ['Le code a expiré', 'Un code est valable dix minutes, et aucun autre ne peut être envoyé.'],
  too_much_glare: [
    'Il y a un reflet sur votre pièce d’identité',
    'Éloignez-vous des lampes et des fenêtres, ou inclinez-la un peu.',
  ],
  too_blurry: ['La photo est floue', 'Ne bougez pas et laissez la caméra faire la mise au point.'],
  back_missing: [
    'Il manque le verso de votre pièce d’identité',
    'Montrez d’abord le recto, puis retournez-la et montrez le verso.',
  ],
  side_submitted_twice: ['Les deux photos montrent le même côté', 'Montrez d’abord le recto, puis le verso.'],
  barcode_not_decoded: [
    'Le code-barres au verso n’a pas pu être lu',
    'Posez la carte à plat, évitez les reflets et remplissez le cadre.',
  ],
  expired: ['Votre pièce d’identité a expiré', 'Choisissez-en une autre, encore valable.'],
  failed_requirement: [
    'D’après votre pièce d’identité, vous avez moins de 18 ans',
    'Seules les personnes de 18 ans et plus peuvent être vérifiées ici. Si la date a été mal lue, montrez-la encore ou choisissez-en une autre.',
  ],
  type_mismatch: ['C’est un autre type de pièce d’identité', 'Choisissez le type que vous allez montrer.'],
  repeat: ['Cette photo a déjà été utilisée', 'Prenez une nouvelle photo de votre pièce d’identité.'],
  submission_invalid: ['La photo est endommagée', 'Prenez-en une nouvelle.'],
  mrz_checksum_invalid: [
    'Nous n’avons pas pu lire les lignes imprimées au bord de votre pièce d’identité',
    'Vérifiez qu’elles sont entièrement visibles et nettes.',
  ],
  insufficient_detail: [
    'Votre égoportrait n’est pas net',
    'Ne bougez pas, essuyez l’objectif et cherchez une lumière uniforme.',
  ],
  poses_repeated: [
    'Les photos de l’égoportrait sont identiques',
    'Prenez une nouvelle photo pour chaque pose et tournez la tête entre les deux.',
  ],
  required_poses_not_found: [
    'Nous n’avons pas vu votre tête tourner',
    'Regardez d’abord droit devant vous, puis tournez à gauche et à droite.',
  ],
  replica_detected: [
    'Nous avons besoin de vous voir en direct',
    'Regardez vous-même la caméra. La photo d’une photo ou d’un écran ne convient pas.',
  ],
  low_liveness_confidence: [
    'Nous n’avons pas bien vu que vous êtes là',
    'Cherchez une lumière uniforme, tenez la caméra à hauteur des yeux et réessayez.',
  ],
  suspicious_photo: [
    'C’est la photo de votre pièce d’identité',
    'Prenez votre égoportrait maintenant, caméra vers votre visage.',
  ],
  face_mismatch: [
    'Votre égoportrait ne ressemble pas à la photo de votre pièce d’identité',
    'La pièce d’identité doit être la vôtre. Retirez lunettes et chapeau, et cherchez une lumière uniforme.',
  ],
};

/** Why a try failed, in Persona's word for it, and what to say. */
export const reasons: Record<'en' | 'es' | 'fr', Reasons> = { en, es, fr };
