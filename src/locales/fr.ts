import { front } from './front.js';
import type { Labels } from './labels.js';

/** French, as spoken in Canada. */
export const labels: Labels = {
  gate: {
    missing: front.fr.missing,
    close: 'Fermer',
    steps: { label: 'Progression', id: 'Pièce', selfie: 'Égoportrait', result: 'Résultat' },
    checking: 'Vérification de votre compte',
    intro: {
      title: 'Confirmez votre identité',
      reason: {
        'number-purchase':
          'Les numéros des États-Unis, du Canada et de Porto Rico ne sont vendus qu’aux personnes qui ont montré qui elles sont.',
        'number-pool-purchase':
          'Les groupes de numéros des États-Unis, du Canada ou de Porto Rico ne sont vendus qu’aux personnes qui ont montré qui elles sont.',
        'a2p-brand-registration':
          'Les opérateurs n’enregistrent une marque pour les messages texte que si son propriétaire a montré qui il est.',
        'toll-free-verification':
          'Les opérateurs ne valident un numéro sans frais que si son propriétaire a montré qui il est.',
        cnam: 'Le nom de l’appelant n’est configuré que si le propriétaire du numéro a montré qui il est.',
        'shaken-stir': 'Les appels ne sont signés comme fiables que si le propriétaire du numéro a montré qui il est.',
      },
      once: 'Vous ne le faites qu’une fois. Cela vaut aussi pour tout ce dont ce compte peut avoir besoin.',
      need: 'Il vous faut',
      needs: {
        id: 'Une pièce d’identité officielle : passeport, permis de conduire ou carte d’identité',
        camera: 'Un appareil photo pour un court égoportrait',
        time: 'Environ trois minutes',
      },
      noCamera: 'Aucun appareil photo n’a été trouvé sur cet appareil. Vous pouvez continuer sur votre téléphone.',
      inApp:
        'Ce navigateur se trouve dans une autre application, où l’appareil photo ne fonctionne souvent pas. Votre propre navigateur est plus sûr.',
      next: 'Ensuite, notre partenaire Persona vous demande votre pièce d’identité et votre égoportrait.',
      begin: 'Continuer',
    },
    phone: 'Continuer sur votre téléphone',
    browser: 'Ouvrir dans votre navigateur',
    newTab: 'Ouvrir dans un nouvel onglet',
    starting: 'Ouverture de la vérification',
    frame: 'Vérification d’identité par Persona',
    leave: {
      title: 'Quitter la vérification ?',
      text: 'Ce que vous avez déjà fait est conservé.',
      leave: 'Quitter',
      stay: 'Rester',
    },
    cameraTrouble: {
      text: 'Un souci avec l’appareil photo ? Votre téléphone peut prendre le relais.',
      inApp:
        'Les navigateurs intégrés à d’autres applications n’ont souvent pas d’appareil photo. Votre propre navigateur, comme Safari ou Chrome, peut prendre le relais.',
    },
    flowTrouble: {
      offline:
        'Vous êtes hors ligne. Ce que vous avez déjà fait est conservé, et vous pourrez continuer dès votre retour.',
      silent: 'Il ne se passe rien ? Rechargez la page. Ce que vous avez déjà fait est conservé.',
      reload: 'Recharger',
    },
    handoff: {
      title: 'Continuez sur votre téléphone',
      text: 'Scannez le code avec l’appareil photo de votre téléphone, ou ouvrez-y le lien. Quand vous aurez terminé, cette page continue d’elle-même.',
      inApp: {
        title: 'Ouvrez dans votre navigateur',
        text: 'Copiez le lien et ouvrez-le dans Safari ou Chrome. Quand vous aurez terminé, cette page continue d’elle-même.',
      },
      code: 'Code QR du lien',
      copy: 'Copier le lien',
      copied: 'Copié',
      here: 'Continuer ici',
    },
    plain: {
      title: 'Continuez dans un autre onglet',
      text: 'Ce navigateur est trop ancien pour afficher la vérification ici. Elle s’ouvre dans son propre onglet. Quand vous aurez terminé, cette page reprendra toute seule.',
    },
    confirming: {
      title: 'Vérification du résultat',
      text: 'Cela prend quelques secondes. Vous n’avez rien à faire.',
      slow: 'C’est plus long que d’habitude. Vous pouvez fermer cette fenêtre. Dès que le résultat arrive, vous pourrez continuer ici.',
    },
    review: {
      title: 'Votre pièce est en cours d’examen',
      text: 'Quelqu’un la regarde de plus près. Vous pouvez fermer cette fenêtre. Dès qu’il y a une réponse, vous pourrez continuer ici.',
    },
    declined: {
      title: 'Nous n’avons pas pu confirmer votre identité',
      text: 'Veuillez contacter l’assistance, qui vous dira quoi faire.',
      noAttempts: 'Tous les essais ont été utilisés.',
    },
    retryable: {
      title: 'Essayons encore une fois',
      text: 'Votre pièce ou votre égoportrait n’a pas pu être vérifié. Un bon éclairage et une image nette aident.',
      attempts: { one: 'Il vous reste {count} essai.', other: 'Il vous reste {count} essais.' },
      after: 'Vous pourrez réessayer après {time}.',
    },
    verified: { title: 'Votre identité est confirmée', text: 'Nous ne vous la redemanderons plus pour ce compte.' },
    goOn: {
      title: 'Vous pouvez continuer',
      text: 'Ce que vous avez commencé est prêt quand vous l’êtes.',
      button: 'Continuer',
    },
    again: 'Réessayer',
    blocked: {
      offline: {
        title: 'Vous êtes hors ligne',
        text: 'Vérifiez votre connexion Internet, puis réessayez. Rien n’est perdu.',
      },
      unreachable: {
        title: 'La vérification ne s’ouvre pas',
        text: 'Elle n’a pas répondu à temps. Réessayez, ou désactivez les bloqueurs de contenu pour cette page.',
      },
      frame_refused: {
        title: 'La vérification ne peut pas s’afficher ici',
        text: 'Quelque chose la bloque, ou elle n’est pas disponible en ce moment. Désactivez les bloqueurs de contenu pour cette page, puis réessayez.',
      },
      server_error: {
        title: 'Un problème est survenu de notre côté',
        text: 'Veuillez réessayer dans un instant. Rien n’est perdu.',
      },
      rate_limited: { title: 'Trop d’essais à la fois', text: 'Attendez une minute, puis réessayez.' },
      unauthorized: {
        title: 'Veuillez vous reconnecter',
        text: 'Votre session a peut-être pris fin. Reconnectez-vous, puis réessayez.',
      },
      outer_frame: {
        title: 'L’appareil photo est désactivé ici',
        text: 'Cette page fait partie d’une autre, qui ne lui donne pas accès à l’appareil photo. Vous pouvez continuer ailleurs, par exemple sur votre téléphone.',
      },
      camera_forbidden: {
        title: 'L’appareil photo est désactivé sur cette page',
        text: 'Ce site n’autorise pas l’appareil photo ici. Veuillez en informer son assistance.',
      },
      insecure_page: {
        title: 'Cette page n’est pas sécurisée',
        text: 'L’appareil photo ne fonctionne que sur les pages sécurisées. Veuillez en informer l’assistance de ce site.',
      },
      blocked_by_coep: {
        title: 'La vérification ne peut pas s’afficher ici',
        text: 'Un réglage de ce site la bloque dans ce navigateur. Vous pouvez continuer ailleurs, par exemple sur votre téléphone.',
      },
      blocked_by_csp: {
        title: 'La vérification ne peut pas s’afficher ici',
        text: 'Un réglage de ce site la bloque. Veuillez en informer son assistance.',
      },
      vendor_error: {
        title: 'La vérification s’est arrêtée',
        text: 'Veuillez réessayer. Ce que vous avez déjà fait est conservé.',
      },
      session_lost: {
        title: 'La vérification a fait une pause',
        text: 'Veuillez réessayer. Ce que vous avez déjà fait est conservé.',
      },
      other: {
        title: 'La vérification ne peut pas commencer',
        text: 'Veuillez réessayer. Si cela ne change rien, contactez l’assistance.',
      },
    },
  },
  purchase: {
    ...front.fr,
    searching: 'Recherche de numéros',
    found: { one: '{count} numéro', other: '{count} numéros' },
    none: {
      title: 'Aucun numéro ne correspond',
      text: 'Essayez un autre indicatif ou une autre ville, ou moins de chiffres.',
    },
    near: 'Aucun numéro ne correspond exactement. Ceux-ci s’en approchent.',
    notFound: {
      title: 'Les numéros n’ont pas pu être chargés',
      text: 'Veuillez réessayer dans un instant.',
      unauthorized: {
        title: 'Veuillez vous reconnecter',
        text: 'Votre session est peut-être terminée. Reconnectez-vous, puis réessayez.',
      },
    },
    filters: {
      label: 'Préciser la recherche',
      type: 'Type',
      types: { any: 'Tous les types', local: 'Local', tollFree: 'Sans frais', mobile: 'Mobile' },
      pattern: 'Chiffres',
      patterns: { any: 'Automatique', firstPart: 'Au début', anywhere: 'N’importe où', lastPart: 'À la fin' },
      sort: 'Trier par',
      sorts: { any: 'Pertinence', price: 'Prix', place: 'Lieu' },
    },
    capabilities: { label: 'Permet', voice: 'Appels', SMS: 'SMS', MMS: 'MMS' },
    perMonth: '{price} par mois',
    setup: '{price} une seule fois',
    choose: 'Choisir',
    chooseNumber: 'Choisir {number}',
    more: 'Afficher plus',
    moreFailed: 'D’autres numéros n’ont pas pu être chargés. Veuillez réessayer.',
    tryAgain: 'Réessayer',
    addressNeeded: 'Adresse requise',
    documentsNeeded: 'Documents requis',
    review: {
      title: 'Vérifiez votre commande',
      text: 'Vous pouvez résilier à tout moment.',
      price: 'Vous payez {price} par mois, à partir d’aujourd’hui.',
      setup: 'La mise en service coûte {price}, une seule fois.',
      noPrice: 'Le prix dépend de votre forfait.',
      once: 'Si ce compte n’est pas encore vérifié, nous demandons d’abord une pièce d’identité et un égoportrait. Ensuite, nous achetons votre commande sans autre action de votre part.',
      finish:
        'Si votre pièce d’identité doit être examinée, votre commande attend jusqu’à {time}. Dès que vous êtes approuvé, nous l’achetons, même si vous fermez cette page. Vous pouvez l’annuler d’ici là.',
      buy: 'Acheter le numéro',
      back: 'Retour',
    },
    requirements: {
      any: 'Requiert une adresse enregistrée, où que ce soit dans le monde.',
      local: 'Requiert une adresse enregistrée dans ce pays : {country}.',
      foreign: 'Requiert une adresse enregistrée hors de ce pays : {country}.',
      bundle: 'Requiert des documents pour le régulateur de ce pays : {country}.',
    },
    pool: {
      add: 'Ajouter',
      addNumber: 'Ajouter {number}',
      chosen: { one: '{count} numéro choisi', other: '{count} numéros choisis' },
      review: 'Vérifier la commande',
      clear: 'Vider',
      name: 'Groupe de numéros du {date}',
      named: 'Ils forment le groupe « {name} ».',
      buy: 'Acheter le groupe',
      purchased: { one: '{count} numéro est à vous', other: '{count} numéros sont à vous' },
      partly: 'Les autres n’ont été ni achetés ni facturés.',
      replace: 'Choisir des remplaçants',
      missing: {
        one: 'Il manque {count} numéro à votre groupe. Choisissez-en un autre.',
        other: 'Il manque {count} numéros à votre groupe. Choisissez-en d’autres.',
      },
    },
    gating: { title: 'Contrôle de votre vérification', text: 'Votre commande se poursuit dès qu’elle est confirmée.' },
    parked: {
      title: 'En attente de l’examen',
      text: 'Votre pièce est en cours d’examen. Dès que vous êtes approuvé, nous achetons {number}, sur cette page ou à votre retour. Si cela dure plus d’une demi-heure, nous vous demandons d’abord.',
      cancel: 'Annuler la commande',
    },
    waiting: {
      title: 'Votre commande est en attente',
      text: 'Dès que vous êtes approuvé, nous achetons {number}, même si vous fermez cette page.',
      until: 'Elle attend jusqu’au {date}.',
      check: 'Vérifier maintenant',
      stuck: 'La commande n’a pas pu être annulée. Réessayez.',
    },
    asking: {
      title: 'Voulez-vous toujours {number} ?',
      text: 'Vous avez passé cette commande il y a un moment. Rien n’a été acheté ni facturé jusqu’ici.',
      yes: 'Oui, acheter maintenant',
      no: 'Non merci',
      sent: {
        title: 'Avons-nous acheté {number} ?',
        text: 'La connexion a été perdue il y a un moment. Vérifions-le pour que vous ne soyez pas facturé deux fois. Si l’achat n’a pas eu lieu, nous le faisons maintenant.',
      },
      check: 'Vérifier maintenant',
      later: 'Pas maintenant',
    },
    purchasing: { title: 'Achat de {number}', text: 'Cela prend quelques secondes.' },
    unconfirmed: {
      title: 'Nous vérifions votre achat',
      text: 'La connexion a été perdue pendant l’achat de {number}. Nous cherchons ce qui s’est passé. Ne l’achetez pas une deuxième fois.',
      slow: 'Cela prend plus de temps que d’habitude. Vous pouvez laisser cette page ouverte ou revenir plus tard : rien n’est acheté deux fois. Si cela dure, l’assistance peut se renseigner.',
      why: {
        unauthorized: 'Veuillez vous reconnecter dans un autre onglet. Nous continuons à vérifier.',
        rate_limited: 'Il y a trop de demandes en ce moment. Nous continuons à vérifier.',
      },
    },
    purchased: {
      title: '{number} est à vous',
      text: 'Tout est prêt à être utilisé.',
      another: 'Trouver un autre numéro',
    },
    status: { purchased: 'Acheté', failed: 'Non acheté' },
    failed: {
      payment_required: {
        title: 'Le paiement n’a pas abouti',
        text: 'Rien n’a été acheté. Vérifiez votre mode de paiement, puis réessayez.',
      },
      plan_limit: {
        title: 'Votre forfait n’admet pas d’autres numéros',
        text: 'Rien n’a été acheté. Changez de forfait ou rendez un numéro, puis réessayez.',
      },
      address_required: {
        title: 'Il manque une adresse',
        text: 'Rien n’a été acheté. Ajoutez l’adresse dans vos réglages, puis réessayez.',
      },
      bundle_required: {
        title: 'Il manque des documents',
        text: 'Rien n’a été acheté. Remettez les documents de ce pays, puis réessayez.',
      },
      rate_limited: {
        title: 'Trop d’essais à la fois',
        text: 'Rien n’a été acheté. Attendez une minute, puis réessayez.',
      },
      verification_required: {
        title: 'La vérification n’est pas encore confirmée',
        text: 'Rien n’a été acheté. Réessayez dans un instant, ou contactez l’assistance.',
      },
      unauthorized: {
        title: 'Veuillez vous reconnecter',
        text: 'Rien n’a été acheté. Reconnectez-vous, puis réessayez.',
      },
      other: {
        title: 'Votre commande n’a pas été achetée',
        text: 'Veuillez réessayer. Si cela ne change rien, contactez l’assistance.',
      },
    },
    notice: {
      number_unavailable:
        'Quelqu’un vient d’acheter {number}. Cette commande n’a pas été facturée. Voici des numéros semblables.',
      declined: 'Votre identité n’a pas pu être confirmée, cette commande ne peut donc pas être achetée.',
      order_cancelled: 'Votre commande a été annulée. Rien n’a été acheté.',
      order_expired: 'L’approbation n’est pas arrivée à temps. Rien n’a été acheté.',
    },
  },
};
