import { front } from './front.js';
import { gate } from './gate/fr.js';
import type { Labels } from './labels.js';

/** French, as spoken in Canada. */
export const labels: Labels = {
  gate,
  purchase: {
    ...front.fr,
    searching: 'Recherche de numéros',
    hints: {
      US: 'Par exemple Chicago, 312, 60601 ou sans frais',
      CA: 'Par exemple Toronto, 416, M5V ou sans frais',
      PR: 'Par exemple San Juan, 787 ou sans frais',
      GB: 'Par exemple Londres, 020 ou mobile',
      other: 'Par exemple une ville, des chiffres ou sans frais',
    },
    suggestions: {
      label: 'Suggestions',
      firstPart: 'Commence par {digits}',
      anywhere: 'Contient {digits}',
      lastPart: 'Se termine par {digits}',
      word: '{word} sur le clavier\u00a0: {digits}',
      text: 'Chercher «\u00a0{text}\u00a0»',
    },
    found: { one: '{count} numéro', other: '{count} numéros' },
    atLeast: { one: 'Au moins {count} numéro', other: '{count} numéros ou plus' },
    foundAt: '{place}\u00a0: {count}',
    none: {
      title: 'Aucun numéro ne correspond',
      text: 'Essayez un autre indicatif ou une autre ville, ou moins de chiffres.',
    },
    closeness: {
      unfiltered: 'Aucun numéro n’offre tout ce que vous avez coché. Ceux-ci répondent au reste de votre recherche.',
      within: 'Aucun numéro ne commence par {what} pour le moment. Ceux-ci le contiennent.',
      areaCode: 'Rien ne correspond exactement à «\u00a0{what}\u00a0» pour le moment. Ceux-ci ont le même indicatif.',
      near: 'Aucun numéro à «\u00a0{what}\u00a0» pour le moment. Voici les plus proches.',
      region:
        'Aucun numéro pour «\u00a0{what}\u00a0» pour le moment. Ceux-ci sont dans le même État ou la même province.',
      elsewhere:
        'Aucun numéro pour «\u00a0{what}\u00a0» ni à proximité pour le moment. Ceux-ci sont ailleurs dans le pays.',
      tollFree: 'Rien d’autre n’est disponible pour le moment. Voici des numéros sans frais.',
      unknown: 'Nous ne connaissons aucun lieu nommé «\u00a0{what}\u00a0». Ces numéros viennent de tout le pays.',
    },
    distance: 'à {distance}',
    abroad: {
      is: '{place} figure sous «\u00a0{country}\u00a0».',
      search: 'Chercher\u00a0: {country}',
      none: 'Les numéros de ce pays ne sont pas vendus ici\u00a0: {country}.',
    },
    notFound: {
      title: 'Les numéros n’ont pas pu être chargés',
      text: 'Veuillez réessayer dans un instant.',
      unauthorized: {
        title: 'Veuillez vous reconnecter',
        text: 'Votre session est peut-être terminée. Reconnectez-vous, puis réessayez.',
      },
      offline: { title: 'Vous êtes hors ligne', text: 'La recherche reprend d’elle-même au retour du réseau.' },
    },
    filters: {
      button: 'Filtres',
      some: 'Filtres ({count})',
      clear: 'Effacer les filtres',
      done: 'Afficher les numéros',
      label: 'Préciser la recherche',
      type: 'Type',
      types: { any: 'Tous les types', local: 'Local', tollFree: 'Sans frais', mobile: 'Mobile' },
      pattern: 'Position des chiffres',
      patterns: { any: 'Début ou ailleurs', firstPart: 'Au début', anywhere: 'N’importe où', lastPart: 'À la fin' },
      sort: 'Trier par',
      sorts: { any: 'Pertinence', price: 'Prix', place: 'Lieu' },
    },
    capabilities: { label: 'Permet', voice: 'Appels', SMS: 'SMS', MMS: 'MMS' },
    perMonth: '{price} par mois',
    setup: '{price} de mise en service, une seule fois',
    choose: 'Choisir',
    chooseNumber: 'Choisir {number}',
    more: 'Afficher plus',
    moreFailed: 'D’autres numéros n’ont pas pu être chargés. Veuillez réessayer.',
    tryAgain: 'Réessayer',
    addressNeeded: 'Adresse requise',
    documentsNeeded: 'Documents requis',
    review: {
      title: 'Vérifiez votre commande',
      text: '',
      price: 'Vous payez {price} par mois, à partir du jour de l’achat.',
      setup: 'La mise en service coûte {price}, une seule fois.',
      noPrice: 'Le prix dépend de votre forfait.',
      others: 'Le prix des autres numéros dépend de votre forfait.',
      buy: 'Acheter le numéro',
      back: 'Retour',
    },
    identity: {
      unknown: 'Si ce compte n’est pas encore vérifié, vous vérifiez d’abord votre identité.',
      asked: 'Vous vérifiez d’abord votre identité. Il vous faut\u00a0:',
      begun: 'Vous avez commencé à vérifier votre identité. Voici où vous en êtes\u00a0:',
      failed:
        'Tout n’a pas pu être vérifié la dernière fois, vous vérifiez donc de nouveau votre identité. Il vous faut\u00a0:',
      paused: 'Tout n’a pas pu être vérifié la dernière fois. Vous pourrez réessayer à partir du {time}.',
      checked: 'Ce que vous avez envoyé est en cours de vérification.',
      reviewed: 'Votre pièce d’identité est en cours d’examen.',
      declined:
        'Votre identité n’a pas pu être confirmée, cette commande ne peut donc pas être achetée. L’assistance de ce site peut vous dire quoi faire ensuite.',
      next: 'Ensuite, nous traitons votre commande automatiquement.',
      stay: 'Si votre pièce d’identité doit être examinée, revenez sur cette page. Si cela dure plus d’une demi-heure, nous vous demandons avant d’acheter.',
      finish:
        'Si votre pièce d’identité doit être examinée, votre commande attend jusqu’à {time}. Dès que votre identité est confirmée, nous l’achetons, même si vous fermez cette page. Vous pouvez l’annuler d’ici là.',
      soon: 'Dès que votre identité est confirmée, nous achetons votre commande, sur cette page ou à votre retour. Si cela dure plus d’une demi-heure, nous vous demandons d’abord.',
      kept: 'Dès que votre identité est confirmée, nous achetons votre commande, même si vous fermez cette page. Elle attend jusqu’à {time}. Vous pouvez l’annuler d’ici là.',
    },
    requirements: {
      any: 'Requiert une adresse enregistrée, où que ce soit dans le monde.',
      local: 'Requiert une adresse enregistrée dans ce pays\u00a0: {country}.',
      foreign: 'Requiert une adresse enregistrée hors de ce pays\u00a0: {country}.',
      bundle: 'Requiert des documents pour le régulateur de ce pays\u00a0: {country}.',
    },
    pool: {
      add: 'Ajouter',
      addNumber: 'Ajouter {number}',
      added: 'Ajouté',
      addedNumber: 'Ajouté\u00a0: {number}',
      remove: 'Retirer {number}',
      removed: { one: '{count} numéro retiré', other: '{count} numéros retirés' },
      undo: 'Annuler le retrait',
      chosen: { one: '{count} numéro choisi', other: '{count} numéros choisis' },
      review: 'Vérifier la commande',
      clear: 'Tout retirer',
      name: 'Groupe de numéros du {date}',
      named: 'Ils forment le groupe «\u00a0{name}\u00a0».',
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
      text: 'Dès que votre identité est confirmée, nous achetons {number}, sur cette page ou à votre retour. Si cela dure plus d’une demi-heure, nous vous demandons d’abord.',
      cancel: 'Annuler la commande',
    },
    waiting: {
      title: 'Votre commande est en attente',
      text: 'Dès que votre identité est confirmée, nous achetons {number}, même si vous fermez cette page.',
      until: 'Elle attend jusqu’au {date}.',
      approved: 'Votre identité est confirmée. Nous achetons {number} dans un instant, même si vous fermez cette page.',
      unfinished:
        'Votre vérification n’est pas terminée. Continuez-la, et nous achetons {number} dès que votre identité est confirmée.',
      check: 'Vérifier maintenant',
      stuck: 'La commande n’a pas pu être annulée. Réessayez.',
    },
    asking: {
      title: 'Voulez-vous toujours {number}?',
      text: 'Vous avez passé cette commande il y a un moment. Rien n’a été acheté ni facturé jusqu’ici.',
      yes: 'Oui, acheter maintenant',
      no: 'Non merci',
      sent: {
        title: 'Avons-nous acheté {number}?',
        text: 'La connexion a été perdue il y a un moment. Vérifions-le pour éviter une double facturation. Si l’achat n’a pas eu lieu, nous le faisons maintenant.',
      },
      check: 'Vérifier maintenant',
      later: 'Pas maintenant',
    },
    purchasing: {
      title: 'Achat de {number}',
      text: 'Cela prend normalement quelques secondes.',
      slow: 'Cela prend plus de temps que d’habitude. Rien n’est acheté deux fois.',
    },
    unconfirmed: {
      title: 'Nous vérifions votre achat',
      text: 'La connexion a été perdue pendant l’achat de {number}. Nous cherchons ce qui s’est passé. Ne l’achetez pas une deuxième fois.',
      slow: 'Cela prend plus de temps que d’habitude. Vous pouvez laisser cette page ouverte ou revenir plus tard\u00a0: rien n’est acheté deux fois. Si cela dure, l’assistance de ce site peut se renseigner.',
      why: {
        unauthorized: 'Veuillez vous reconnecter dans un autre onglet. Nous continuons à vérifier.',
        rate_limited: 'Il y a trop de demandes en ce moment. Nous continuons à vérifier.',
      },
    },
    purchased: {
      title: '{number} est à vous',
      text: 'L’achat est terminé.',
      another: 'Trouver un autre numéro',
    },
    ready: {
      ready: 'Tout est prêt à être utilisé.',
      calls: 'Les appels fonctionnent dès maintenant.',
      brand: 'Les messages texte vers les États-Unis partent une fois votre marque enregistrée auprès des opérateurs.',
      tollFree: 'Les messages texte d’un numéro sans frais partent une fois le numéro vérifié.',
    },
    status: { purchased: 'Acheté', failed: 'Non acheté' },
    failed: {
      payment_required: {
        title: 'Le paiement n’a pas abouti',
        text: 'Rien n’a été acheté. Vérifiez votre mode de paiement, puis réessayez.',
      },
      plan_limit: {
        title: 'Votre forfait n’admet pas d’autres numéros',
        text: 'Rien n’a été acheté. Changez de forfait ou libérez un numéro, puis réessayez.',
      },
      address_required: {
        title: 'Il manque une adresse',
        text: 'Rien n’a été acheté. Ajoutez l’adresse dans vos réglages, puis réessayez.',
      },
      bundle_required: {
        title: 'Il manque des documents',
        text: 'Rien n’a été acheté. Soumettez les documents de ce pays, puis réessayez.',
      },
      rate_limited: {
        title: 'Trop de tentatives à la fois',
        text: 'Rien n’a été acheté. Attendez une minute, puis réessayez.',
      },
      verification_required: {
        title: 'La vérification n’est pas encore confirmée',
        text: 'Rien n’a été acheté. Réessayez dans un instant, ou contactez l’assistance de ce site.',
      },
      unauthorized: {
        title: 'Veuillez vous reconnecter',
        text: 'Rien n’a été acheté. Reconnectez-vous, puis réessayez.',
      },
      other: {
        title: 'Votre commande n’a pas abouti',
        text: 'Veuillez réessayer. Si cela ne change rien, contactez l’assistance de ce site.',
      },
    },
    notice: {
      number_unavailable:
        'Il n’est plus possible d’acheter {number}. Cette commande n’a pas été facturée. Vous pouvez choisir de nouveau ici.',
      order_cancelled: 'Votre commande a été annulée. Rien n’a été acheté.',
      order_expired: 'L’approbation n’est pas arrivée à temps. Rien n’a été acheté.',
    },
  },
};
