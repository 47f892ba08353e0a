import { front } from './front.js';
import type { Labels } from './labels.js';

/** Spanish, as spoken in the US and Puerto Rico. */
export const labels: Labels = {
  gate: {
    missing: front.es.missing,
    close: 'Cerrar',
    steps: { label: 'Progreso', id: 'Documento', selfie: 'Selfie', result: 'Resultado' },
    checking: 'Revisando tu cuenta',
    intro: {
      title: 'Verifica tu identidad',
      reason: {
        'number-purchase':
          'Los números de Estados Unidos, Canadá y Puerto Rico solo se venden a personas que han mostrado quiénes son.',
        'number-pool-purchase':
          'Los grupos con números de Estados Unidos, Canadá o Puerto Rico solo se venden a personas que han mostrado quiénes son.',
        'a2p-brand-registration':
          'Los operadores solo registran una marca para mensajes de texto cuando su titular ha mostrado quién es.',
        'toll-free-verification':
          'Los operadores solo verifican un número gratuito cuando su titular ha mostrado quién es.',
        cnam: 'El nombre de quien llama solo se configura cuando el titular del número ha mostrado quién es.',
        'shaken-stir': 'Las llamadas solo se firman como confiables cuando el titular del número ha mostrado quién es.',
      },
      once: 'Lo haces una sola vez. También sirve para todo lo demás que esta cuenta pueda necesitar.',
      need: 'Necesitas',
      needs: {
        id: 'Un documento oficial: pasaporte, licencia de conducir o identificación nacional',
        camera: 'Una cámara para una selfie breve',
        time: 'Unos tres minutos',
      },
      noCamera: 'No se encontró ninguna cámara en este dispositivo. Puedes continuar en tu teléfono.',
      inApp:
        'Este navegador está dentro de otra aplicación y ahí la cámara no suele funcionar. Lo más seguro es tu propio navegador.',
      next: 'A continuación, nuestro socio Persona te pide el documento y la selfie.',
      begin: 'Continuar',
    },
    phone: 'Continuar en tu teléfono',
    browser: 'Abrir en tu navegador',
    newTab: 'Abrir en otra pestaña',
    starting: 'Abriendo la verificación',
    frame: 'Verificación de identidad de Persona',
    leave: {
      title: '¿Salir de la verificación?',
      text: 'Lo que ya hiciste se conserva.',
      leave: 'Salir',
      stay: 'Quedarme',
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
      title: 'Estamos revisando tu documento',
      text: 'Alguien lo está mirando con más detalle. Puedes cerrar esta ventana. En cuanto haya respuesta, puedes continuar aquí.',
    },
    declined: {
      title: 'No pudimos verificar tu identidad',
      text: 'Contacta con el equipo de soporte. Te dirán qué hacer.',
      noAttempts: 'Ya se usaron todos los intentos.',
    },
    retryable: {
      title: 'Intentémoslo de nuevo',
      text: 'No pudimos comprobar tu documento o tu selfie. Ayudan la buena luz y una imagen nítida.',
      attempts: { one: 'Te queda {count} intento.', other: 'Te quedan {count} intentos.' },
      after: 'Puedes intentarlo de nuevo después de las {time}.',
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
        title: 'La verificación hizo una pausa',
        text: 'Inténtalo de nuevo. Lo que ya hiciste se conserva.',
      },
      other: {
        title: 'La verificación no puede empezar',
        text: 'Inténtalo de nuevo. Si no funciona, contacta con soporte.',
      },
    },
  },
  purchase: {
    ...front.es,
    searching: 'Buscando números',
    found: { one: '{count} número', other: '{count} números' },
    none: {
      title: 'Ningún número coincide',
      text: 'Prueba con otro código de área u otra ciudad, o con menos dígitos.',
    },
    near: 'Ningún número coincide exactamente. Estos se acercan.',
    notFound: {
      title: 'No se pudieron cargar los números',
      text: 'Inténtalo de nuevo en un momento.',
      unauthorized: {
        title: 'Inicia sesión de nuevo',
        text: 'Puede que tu sesión haya terminado. Inicia sesión y vuelve a intentarlo.',
      },
    },
    filters: {
      label: 'Limitar la búsqueda',
      type: 'Tipo',
      types: { any: 'Todos los tipos', local: 'Local', tollFree: 'Gratuito', mobile: 'Móvil' },
      pattern: 'Dígitos',
      patterns: { any: 'Automático', firstPart: 'Al principio', anywhere: 'En cualquier parte', lastPart: 'Al final' },
      sort: 'Ordenar por',
      sorts: { any: 'Mejor coincidencia', price: 'Precio', place: 'Lugar' },
    },
    capabilities: { label: 'Sirve para', voice: 'Llamadas', SMS: 'SMS', MMS: 'MMS' },
    perMonth: '{price} al mes',
    setup: '{price} una vez',
    choose: 'Elegir',
    chooseNumber: 'Elegir {number}',
    more: 'Mostrar más',
    moreFailed: 'No se pudieron cargar más números. Inténtalo de nuevo.',
    tryAgain: 'Intentar de nuevo',
    addressNeeded: 'Requiere dirección',
    documentsNeeded: 'Requiere documentos',
    review: {
      title: 'Revisa tu pedido',
      text: 'Puedes cancelar cuando quieras.',
      price: 'Pagas {price} al mes, desde hoy.',
      setup: 'El alta cuesta {price}, una sola vez.',
      noPrice: 'El precio depende de tu plan.',
      once: 'Si esta cuenta aún no está verificada, primero te pedimos un documento y una selfie. Después compramos tu pedido sin que hagas nada más.',
      finish:
        'Si tu documento necesita una revisión, tu pedido espera hasta {time}. En cuanto te aprueben lo compramos, aunque cierres esta página. Puedes cancelarlo hasta entonces.',
      buy: 'Comprar número',
      back: 'Volver',
    },
    requirements: {
      any: 'Requiere una dirección registrada, en cualquier lugar del mundo.',
      local: 'Requiere una dirección registrada en {country}.',
      foreign: 'Requiere una dirección registrada fuera de {country}.',
      bundle: 'Requiere documentos para el regulador de {country}.',
    },
    pool: {
      add: 'Añadir',
      addNumber: 'Añadir {number}',
      chosen: { one: '{count} número elegido', other: '{count} números elegidos' },
      review: 'Revisar pedido',
      clear: 'Vaciar',
      name: 'Grupo de números del {date}',
      named: 'Forman el grupo «{name}».',
      buy: 'Comprar grupo',
      purchased: { one: '{count} número es tuyo', other: '{count} números son tuyos' },
      partly: 'Los demás no se compraron ni se cobraron.',
      replace: 'Elegir sustitutos',
      missing: {
        one: 'A tu grupo le falta {count} número. Elige otro.',
        other: 'A tu grupo le faltan {count} números. Elige otros.',
      },
    },
    gating: { title: 'Comprobando tu verificación', text: 'Tu pedido sigue en cuanto esté lista.' },
    parked: {
      title: 'Esperando la revisión',
      text: 'Estamos revisando tu documento. En cuanto te aprueben compramos {number}, en esta página o cuando vuelvas. Si tarda más de media hora, antes te preguntamos.',
      cancel: 'Cancelar pedido',
    },
    waiting: {
      title: 'Tu pedido está en espera',
      text: 'En cuanto te aprueben compramos {number}, aunque cierres esta página.',
      until: 'Espera hasta el {date}.',
      check: 'Comprobar ahora',
      stuck: 'No se pudo cancelar el pedido. Inténtalo de nuevo.',
    },
    asking: {
      title: '¿Todavía quieres {number}?',
      text: 'Hiciste este pedido hace un rato. Hasta ahora no se ha comprado ni cobrado nada.',
      yes: 'Sí, comprar ahora',
      no: 'No, gracias',
      sent: {
        title: '¿Llegamos a comprar {number}?',
        text: 'La conexión se perdió hace un rato. Vamos a averiguarlo para que no se te cobre dos veces. Si no se compró, lo compramos ahora.',
      },
      check: 'Averiguarlo ahora',
      later: 'Ahora no',
    },
    purchasing: { title: 'Comprando {number}', text: 'Tarda unos segundos.' },
    unconfirmed: {
      title: 'Estamos comprobando tu compra',
      text: 'Se perdió la conexión al comprar {number}. Estamos averiguando qué pasó. No lo compres otra vez.',
      slow: 'Está tardando más de lo normal. Puedes dejar esta página abierta o volver más tarde: nada se compra dos veces. Si sigue así, el equipo de soporte puede averiguarlo.',
      why: {
        unauthorized: 'Inicia sesión de nuevo en otra pestaña. Seguimos comprobando.',
        rate_limited: 'Hay demasiadas solicitudes en este momento. Seguimos comprobando.',
      },
    },
    purchased: { title: '{number} es tuyo', text: 'Todo está listo para usarse.', another: 'Buscar otro número' },
    status: { purchased: 'Comprado', failed: 'No comprado' },
    failed: {
      payment_required: {
        title: 'El pago no se completó',
        text: 'No se compró nada. Revisa tu método de pago e inténtalo de nuevo.',
      },
      plan_limit: {
        title: 'Tu plan no admite más números',
        text: 'No se compró nada. Cambia de plan o devuelve un número, e inténtalo de nuevo.',
      },
      address_required: {
        title: 'Falta una dirección',
        text: 'No se compró nada. Añade la dirección en tus ajustes e inténtalo de nuevo.',
      },
      bundle_required: {
        title: 'Faltan documentos',
        text: 'No se compró nada. Entrega los documentos de este país e inténtalo de nuevo.',
      },
      rate_limited: {
        title: 'Demasiados intentos seguidos',
        text: 'No se compró nada. Espera un minuto e inténtalo de nuevo.',
      },
      verification_required: {
        title: 'La verificación aún no está confirmada',
        text: 'No se compró nada. Inténtalo de nuevo en un momento o contacta con soporte.',
      },
      unauthorized: { title: 'Inicia sesión de nuevo', text: 'No se compró nada. Inicia sesión e inténtalo de nuevo.' },
      other: { title: 'Tu pedido no se compró', text: 'Inténtalo de nuevo. Si no funciona, contacta con soporte.' },
    },
    notice: {
      number_unavailable: 'Alguien acaba de comprar {number}. Este pedido no se cobró. Aquí tienes números parecidos.',
      declined: 'No pudimos verificar tu identidad, así que este pedido no se puede comprar.',
      order_cancelled: 'Tu pedido se canceló. No se compró nada.',
      order_expired: 'La aprobación no llegó a tiempo. No se compró nada.',
    },
  },
};
