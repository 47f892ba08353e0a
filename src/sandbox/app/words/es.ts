import type { Words } from './en.js';
import { reasons } from './reasons.js';

/** Spanish. */
export const es: Words = {
  brand: 'Persona stand-in',
  back: 'Atrás',
  close: 'Cerrar',
  cancel: 'Cancelar',
  loading: 'Cargando',
  loadingText: 'Solo tomará un momento.',
  tryAgain: 'Intentar de nuevo',
  done: 'Listo',

  startHeading: 'Verifica tu identidad',
  startText: 'Necesitas una identificación oficial y una cámara. Toma alrededor de {time}.',
  startSteps: { phone: 'Confirma tu número de teléfono', id: 'Muestra tu identificación', selfie: 'Tómate una selfie' },
  startResult: 'Recibe el resultado',
  consent:
    'Al continuar, aceptas que lo que muestres se use para comprobar tu identidad. Este entorno de pruebas lo guarda solo en la computadora donde funciona.',
  begin: 'Comenzar',

  welcomeBack: 'Qué bueno verte de nuevo. Sigues donde lo dejaste.',
  parts: { phone: 'Teléfono', id: 'Identificación', selfie: 'Selfie' },
  partDone: 'listo',
  phoneHeading: '¿Cuál es tu número de teléfono?',
  phoneText:
    'Enviamos un código para comprobar que es tuyo. Escríbelo como se marca allí, o con + y el código del país.',
  phoneCountryLabel: 'País del número',
  phoneLabel: 'Número de teléfono',
  phoneSms: 'Enviarme un código por SMS',
  phoneCall: 'Llamarme con un código',
  codeHeading: 'Escribe el código',
  codeSent: 'Enviamos un código de seis dígitos a {number}.',
  codeCalled: 'Estamos llamando a {number} para dictarte un código de seis dígitos.',
  codeLabel: 'Código',
  codeCheck: 'Continuar',
  codeWrong: 'Este código no coincide. Revísalo y escríbelo otra vez.',
  codeLate: 'Este código venció. Pide uno nuevo.',
  codeWait: '¿No llegó nada en medio minuto? Pide otro código o deja que te llamemos.',
  codeResend: 'Enviar un código nuevo',
  codeCallInstead: 'Llamarme en su lugar',
  codeNoMore: 'No se pueden enviar más códigos. Usa el último.',
  phoneProblems: {
    phone_number: 'Esto no parece un número de teléfono de ese país. Revisa el país, el código de área y las cifras.',
    too_soon: 'Acabamos de enviar un código. Espera medio minuto antes de pedir otro.',
    too_many_codes:
      'No se pueden enviar más códigos para esta verificación. Usa el último, con el número al que se envió.',
  },
  reasons: reasons.es,

  countryHeading: '¿Dónde se emitió tu identificación?',
  countryLabel: 'País o región',
  select: 'Seleccionar',

  idTypeHeading: '¿Qué identificación usarás?',
  idTypeText: 'Elige una vigente que tengas a la mano.',
  idTypes: {
    pp: 'Pasaporte',
    ppc: 'Tarjeta de pasaporte',
    dl: 'Licencia de conducir',
    id: 'Tarjeta de identidad',
    pr: 'Tarjeta de residente permanente',
    rp: 'Permiso de residencia',
    visa: 'Visa',
  },

  frontHeading: 'Frente: {id}',
  backHeading: 'Reverso: {id}',
  photoPageHeading: 'Página con foto: {id}',
  frontText:
    'Colócala sobre una superficie oscura y lisa. Deben verse las cuatro esquinas y el texto debe estar nítido.',
  backText: 'Dale la vuelta. El código de barras debe verse nítido y sin reflejos.',
  accepted: 'JPEG, PNG, HEIC o PDF, de 10 kB a 15 MB',
  useCamera: 'Usar la cámara',
  noLivePicture:
    'Esta página no es segura (http) y por eso no puede mostrar la imagen en vivo. El botón abre la cámara de tu teléfono; en una computadora te deja elegir un archivo.',
  upload: 'Subir una foto',
  sendingHeading: 'Subiendo tu foto',

  cameraOpening: 'Abriendo la cámara. Es posible que el navegador te pida permiso.',
  cameraPreview: 'Imagen de la cámara',
  takePhoto: 'Tomar foto',

  checkHeading: '¿La foto se ve bien?',
  checkText: 'Todo el texto debe poder leerse y no debe faltar ninguna esquina.',
  pictureAlt: 'Tu foto',
  fileTile: 'Tu archivo llegó. Este navegador no puede mostrarlo, y no pasa nada.',
  usePicture: 'Usar esta foto',
  takeAnother: 'Elegir otra',

  selfieHeading: 'Ahora una selfie',
  selfieText:
    'Tomaremos tres fotos: de frente, hacia tu izquierda y hacia tu derecha. Quítate lentes y gorras, y busca una luz pareja.',
  selfieStart: 'Abrir la cámara',
  poses: { center: 'Mira de frente', left: 'Gira la cabeza a la izquierda', right: 'Gira la cabeza a la derecha' },
  poseCount: 'Foto {n} de 3',

  checkingHeading: 'Revisando tus fotos',
  checkingText: 'Toma unos segundos. Mantén esta página abierta.',

  retryIdHeading: 'No pudimos leer tu identificación',
  retrySelfieHeading: 'No pudimos confirmar tu selfie',
  retryText: 'Toma fotos nuevas con buena luz.',
  lastTry: 'El próximo intento es el último de esta verificación.',

  successHeading: 'Gracias, eso es todo',
  successText: 'Todo va camino de la comprobación final.',
  failedHeading: 'Esta vez no funcionó',
  failedText: 'El sitio del que vienes te dice qué puedes hacer ahora.',
  doneHeading: 'Aquí ya terminaste',
  decidedText: 'Esta verificación terminó y no queda nada por hacer.',
  goOn: 'Ya puedes continuar.',
  backToComputer: 'Vuelve a tu computadora, o a donde empezaste. Allí continúa solo.',
  backToPage: 'Vuelve a la página donde empezaste. Allí continúa solo.',
  closedHeading: 'Puedes cerrar esta página',
  closedText: 'Todo está guardado.',

  exitHeading: '¿Salir ahora?',
  exitText: 'Lo que hiciste hasta ahora está guardado. Puedes continuar después.',
  exitLeave: 'Salir',
  exitStay: 'Continuar',

  otherHeading: 'Continúa en otra pestaña',
  otherText:
    'El enlace abre esta verificación en su propia pestaña, donde la cámara quizá funcione. Esta página se actualizará sola cuando termines allí.',
  otherLink: 'Abrir en una pestaña nueva',
  otherDevice: 'Continuar en otro dispositivo',
  phoneHandOffHeading: 'Continúa en tu teléfono',
  phoneHandOffText:
    'Escanea el código con la cámara de tu teléfono o abre allí el enlace. Esta página seguirá sola cuando termines.',
  qrCode: 'Código QR del enlace',
  linkLabel: 'Enlace de un solo uso, válido por una hora',
  copy: 'Copiar',
  copied: 'Copiado',
  handedOverHeading: 'Ahora estás en tu otro dispositivo',
  handedOverText: 'Deja abierta esta página. Seguirá sola cuando termines allí.',
  takeBack: 'Continuar aquí',

  cameraProblems: {
    denied: [
      'La cámara está bloqueada',
      'Permite la cámara para este sitio: selecciona el ícono de cámara o candado en la barra de direcciones e intenta de nuevo.',
    ],
    missing: [
      'No se encontró una cámara',
      'Conecta una cámara o continúa con una computadora o un teléfono que tenga una.',
    ],
    busy: ['La cámara está en uso', 'Otra aplicación usa la cámara. Ciérrala e intenta de nuevo.'],
    policy: [
      'Este sitio mantiene apagada la cámara',
      'La página que rodea a esta no permite la cámara. En una pestaña propia sí funciona.',
    ],
    unknown: ['La cámara no inició', 'Cierra otras aplicaciones que la usen e intenta de nuevo.'],
  },

  uploadProblems: {
    file_type: 'Este tipo de archivo no sirve. Elige un archivo JPEG, PNG, HEIC o PDF.',
    file_too_small: 'El archivo pesa menos de 10 kB y no se podría leer. Toma una foto más nítida con mejor luz.',
    file_too_large: 'El archivo pesa más de 15 MB. Elige uno más pequeño.',
    image_too_small: 'La foto es demasiado pequeña. Cada lado necesita al menos 200 píxeles.',
    image_too_large: 'La foto es demasiado grande. Ningún lado puede tener más de 15,000 píxeles.',
    file_unreadable: 'El archivo está dañado. Elige otro o toma una foto nueva.',
  },
  offline: 'No pudimos conectar con el servidor. No se perdió nada: revisa tu conexión e intenta de nuevo.',

  problems: {
    unauthenticated: [
      'Tu sesión venció',
      'Cierra esta página y abre la verificación otra vez desde el sitio del que vienes. Continuará donde te quedaste.',
    ],
    inactive_template: [
      'Esta verificación no está disponible',
      'El sitio pidió un tipo de verificación que no está activo. Avisa al sitio, por favor.',
    ],
    invalid_config: [
      'No se pudo abrir esta verificación',
      'El sitio abrió esta página de una forma que no funciona. Avisa al sitio, por favor.',
    ],
    taken_back: ['Ahora estás en tu otro dispositivo', 'Aquí no queda nada por hacer. Puedes cerrar esta página.'],
    other: ['Algo salió mal', 'Intenta de nuevo en un momento. Lo que hiciste hasta ahora está guardado.'],
  },

  sandboxCode: 'Prueba: no se envía nada. El código es {code}.',
  sandboxNoText: 'Prueba: este mensaje no llega. Después de medio minuto puedes pedir otro código o una llamada.',
  sandboxStrict: 'Prueba: nitidez, código de barras y repeticiones se comprueban de verdad',
  selfieFiles: 'Usar archivos: de frente, izquierda, derecha',
  sandboxNoPhone: 'Prueba: un teléfono no puede abrir este enlace. Inicia con --lan para usar uno.',
  sandboxNote: 'Prueba: nadie mira las fotos',
  pass: 'Aprobar verificaciones',
};
