import type { Labels } from '../labels.js';

/** What the gate says in Spanish. */
export const gate: Labels['gate'] = {
  missing: 'No se cargó. Inténtalo de nuevo.',
  close: 'Cerrar',
  steps: { label: 'Progreso', phone: 'Teléfono', id: 'Identificación', selfie: 'Selfie', result: 'Resultado' },
  done: { phone: 'Teléfono listo', id: 'Identificación lista', selfie: 'Selfie lista' },
  now: { phone: 'ahora el teléfono', id: 'ahora la identificación', selfie: 'ahora la selfie' },
  checking: 'Revisando tu cuenta',
  intro: {
    title: 'Verifica tu identidad',
    reason: {
      'number-purchase':
        'Los números de Estados Unidos, Canadá y Puerto Rico solo se venden a personas que han acreditado su identidad.',
      'number-pool-purchase':
        'Los grupos con números de Estados Unidos, Canadá o Puerto Rico solo se venden a personas que han acreditado su identidad.',
      'a2p-brand-registration':
        'Los operadores solo registran una marca para mensajes de texto cuando su titular ha acreditado su identidad.',
      'toll-free-verification':
        'Los operadores solo verifican un número sin cargo cuando su titular ha acreditado su identidad.',
      cnam: 'El nombre de quien llama solo se configura cuando el titular del número ha acreditado su identidad.',
      'shaken-stir':
        'Las llamadas solo se firman como confiables cuando el titular del número ha acreditado su identidad.',
    },
    once: 'Lo haces una sola vez. También sirve para todo lo demás que esta cuenta pueda necesitar.',
    need: 'Necesitas',
    needs: {
      phone: 'Tu teléfono, para un código',
      id: 'Una identificación oficial: pasaporte, licencia de conducir o tarjeta de identidad',
      camera: 'Una cámara para una selfie breve',
      time: 'Alrededor de {time}',
    },
    resume: 'Sigue donde lo dejaste',
    noCamera: 'No se encontró ninguna cámara en este dispositivo. Puedes continuar en tu teléfono.',
    inApp:
      'Este navegador está dentro de otra aplicación y ahí la cámara no suele funcionar. Lo más seguro es tu propio navegador.',
    next: 'A continuación, nuestro socio Persona te lo pide paso a paso.',
    begin: 'Continuar',
  },
  alternative: '¿No puedes usar una cámara o tomarte una selfie?',
  phone: 'Continuar en tu teléfono',
  browser: 'Abrir en tu navegador',
  newTab: 'Abrir en otra pestaña',
  starting: 'Abriendo la verificación',
  frame: 'Verificación de identidad de Persona',
  opened: 'La verificación está abierta.',
  leave: {
    title: '¿Salir de la verificación?',
    text: 'Lo que ya hiciste se conserva.',
    leave: 'Salir',
    stay: 'Continuar aquí',
  },
  cameraTrouble: {
    text: '¿Problemas con la cámara? Tu teléfono puede seguir.',
    inApp:
      'Los navegadores dentro de otras aplicaciones no suelen tener cámara. Puedes seguir en tu propio navegador, como Safari o Chrome.',
  },
  flowTrouble: {
    offline: 'No tienes conexión. Lo que ya hiciste se conserva y podrás seguir en cuanto vuelva.',
    silent: '¿No pasa nada? Vuelve a cargar la página. Lo que ya hiciste se conserva.',
    reload: 'Volver a cargar',
  },
  handoff: {
    title: 'Continúa en tu teléfono',
    text: 'Escanea el código con la cámara de tu teléfono o abre allí el enlace. Cuando termines, esta página continúa sola.',
    inApp: {
      title: 'Abre en tu navegador',
      text: 'Copia el enlace y ábrelo en Safari o Chrome. Cuando termines, esta página continúa sola.',
    },
    connected: { title: 'Tu teléfono está conectado', text: 'Cuando termines, esta página continúa sola.' },
    progress: '{done}, {now}. {text}',
    onlyHere: 'Este enlace solo se abre en esta computadora. Un teléfono no puede abrirlo.',
    code: 'Código QR del enlace',
    copy: 'Copiar enlace',
    copied: 'Copiado',
    here: 'Continuar aquí',
  },
  plain: {
    title: 'Continúa en otra pestaña',
    text: 'Este navegador es demasiado antiguo para mostrar la verificación aquí. Se abre en su propia pestaña. Cuando termines, esta página sigue sola.',
  },
  confirming: {
    title: 'Revisando tu resultado',
    text: 'Suele tardar unos segundos. No tienes que hacer nada.',
    slow: 'Está tardando más de lo habitual. Puedes cerrar esta ventana. En cuanto llegue el resultado, puedes continuar aquí.',
  },
  review: {
    title: 'Estamos revisando tu identificación',
    text: 'Alguien la está mirando con más detalle. Puedes cerrar esta ventana. En cuanto haya respuesta, puedes continuar aquí.',
  },
  declined: {
    title: 'No pudimos verificar tu identidad',
    text: 'El equipo de soporte de este sitio puede decirte qué hacer ahora.',
    noAttempts: 'Ya se usaron todos los intentos.',
  },
  retryable: {
    title: 'Intentémoslo de nuevo',
    text: 'Esta vez no se pudo comprobar todo. Ayudan la buena luz y las imágenes nítidas.',
    attempts: { one: 'Te queda {count} intento.', other: 'Te quedan {count} intentos.' },
    after: 'Puedes intentarlo de nuevo a partir de esta fecha y hora: {time}.',
  },
  verified: { title: 'Tu identidad está verificada', text: 'No volveremos a pedírtelo para esta cuenta.' },
  goOn: { title: 'Ya puedes seguir', text: 'Lo que empezaste está listo cuando quieras.', button: 'Continuar' },
  again: 'Intentar de nuevo',
  blocked: {
    offline: {
      title: 'No tienes conexión',
      text: 'Revisa tu conexión a internet e inténtalo de nuevo. No se pierde nada.',
    },
    unreachable: {
      title: 'La verificación no se abre',
      text: 'No respondió a tiempo. Inténtalo de nuevo o desactiva los bloqueadores de contenido en esta página.',
    },
    frame_refused: {
      title: 'La verificación no se puede mostrar aquí',
      text: 'Algo la bloquea o no está disponible en este momento. Desactiva los bloqueadores de contenido en esta página e inténtalo de nuevo.',
    },
    server_error: {
      title: 'Algo falló de nuestro lado',
      text: 'Inténtalo de nuevo en un momento. No se pierde nada.',
    },
    rate_limited: { title: 'Demasiados intentos seguidos', text: 'Espera un minuto e inténtalo de nuevo.' },
    unauthorized: {
      title: 'Inicia sesión de nuevo',
      text: 'Puede que tu sesión haya terminado. Inicia sesión e inténtalo de nuevo.',
    },
    outer_frame: {
      title: 'La cámara está desactivada aquí',
      text: 'Esta página forma parte de otra que no le da acceso a la cámara. Puedes seguir en otro lugar, por ejemplo en tu teléfono.',
    },
    camera_forbidden: {
      title: 'La cámara está desactivada en esta página',
      text: 'Este sitio no permite usar la cámara aquí. Avisa a su equipo de soporte.',
    },
    insecure_page: {
      title: 'Esta página no es segura',
      text: 'La cámara solo funciona en páginas seguras. Avisa al equipo de soporte de este sitio.',
    },
    blocked_by_coep: {
      title: 'La verificación no se puede mostrar aquí',
      text: 'Un ajuste de este sitio la bloquea en este navegador. Puedes seguir en otro lugar, por ejemplo en tu teléfono.',
    },
    blocked_by_csp: {
      title: 'La verificación no se puede mostrar aquí',
      text: 'Un ajuste de este sitio la bloquea. Avisa a su equipo de soporte.',
    },
    vendor_error: { title: 'La verificación se detuvo', text: 'Inténtalo de nuevo. Lo que ya hiciste se conserva.' },
    session_lost: {
      title: 'La verificación se interrumpió',
      text: 'Inténtalo de nuevo. Lo que ya hiciste se conserva.',
    },
    other: {
      title: 'La verificación no puede empezar',
      text: 'Inténtalo de nuevo. Si no funciona, comunícate con el equipo de soporte de este sitio.',
    },
  },
};
