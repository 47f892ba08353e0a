import { front } from './front.js';
import { gate } from './gate/es.js';
import type { Labels } from './labels.js';

/** Spanish, as spoken in the US and Puerto Rico. */
export const labels: Labels = {
  gate,
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
        text: 'No se compró nada. Inténtalo de nuevo en un momento o comunícate con soporte.',
      },
      unauthorized: { title: 'Inicia sesión de nuevo', text: 'No se compró nada. Inicia sesión e inténtalo de nuevo.' },
      other: { title: 'Tu pedido no se compró', text: 'Inténtalo de nuevo. Si no funciona, comunícate con soporte.' },
    },
    notice: {
      number_unavailable: 'Alguien acaba de comprar {number}. Este pedido no se cobró. Aquí tienes números parecidos.',
      declined: 'No pudimos verificar tu identidad, así que este pedido no se puede comprar.',
      order_cancelled: 'Tu pedido se canceló. No se compró nada.',
      order_expired: 'La aprobación no llegó a tiempo. No se compró nada.',
    },
  },
};
