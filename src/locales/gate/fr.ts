import type { Labels } from '../labels.js';

/** What the gate says in French. */
export const gate: Labels['gate'] = {
  missing: 'Échec du chargement. Réessayez.',
  close: 'Fermer',
  steps: { label: 'Progression', phone: 'Téléphone', id: 'Identité', selfie: 'Égoportrait', result: 'Résultat' },
  done: { phone: 'Téléphone vérifié', id: 'Pièce d’identité vérifiée', selfie: 'Égoportrait fait' },
  now: { phone: 'maintenant le téléphone', id: 'maintenant la pièce d’identité', selfie: 'maintenant l’égoportrait' },
  checking: 'Vérification de votre compte',
  intro: {
    title: 'Vérifiez votre identité',
    reason: {
      'number-purchase':
        'Les numéros des États-Unis, du Canada et de Porto Rico ne sont vendus qu’aux personnes qui ont prouvé leur identité.',
      'number-pool-purchase':
        'Les groupes de numéros des États-Unis, du Canada ou de Porto Rico ne sont vendus qu’aux personnes qui ont prouvé leur identité.',
      'a2p-brand-registration':
        'Les opérateurs n’enregistrent une marque pour les messages texte que si son propriétaire a prouvé son identité.',
      'toll-free-verification':
        'Les opérateurs ne valident un numéro sans frais que si son propriétaire a prouvé son identité.',
      cnam: 'Le nom de l’appelant n’est configuré que si le propriétaire du numéro a prouvé son identité.',
      'shaken-stir': 'Les appels ne sont signés comme fiables que si le propriétaire du numéro a prouvé son identité.',
    },
    once: 'Vous ne le faites qu’une fois. Cela vaut aussi pour tout ce dont ce compte peut avoir besoin.',
    need: 'Il vous faut',
    needs: {
      phone: 'Votre téléphone, pour un code',
      id: 'Une pièce d’identité officielle\u00a0: passeport, permis de conduire ou carte d’identité',
      camera: 'Une caméra pour un égoportrait (selfie) rapide',
      time: 'Environ {time}',
    },
    resume: 'Reprenez où vous en étiez',
    noCamera: 'Aucune caméra n’a été trouvée sur cet appareil. Vous pouvez continuer sur votre téléphone.',
    inApp:
      'Ce navigateur se trouve dans une autre application, où la caméra ne fonctionne souvent pas. Votre propre navigateur est plus sûr.',
    next: 'Ensuite, notre partenaire Persona vous guide pas à pas.',
    begin: 'Continuer',
  },
  alternative: 'Vous ne pouvez pas utiliser de caméra ou prendre d’égoportrait?',
  phone: 'Continuer sur votre téléphone',
  browser: 'Ouvrir dans votre navigateur',
  newTab: 'Ouvrir dans un nouvel onglet',
  starting: 'Ouverture de la vérification',
  frame: 'Vérification d’identité par Persona',
  opened: 'La vérification est ouverte.',
  leave: {
    title: 'Quitter la vérification?',
    text: 'Ce que vous avez déjà fait est conservé.',
    leave: 'Quitter',
    stay: 'Rester',
  },
  cameraTrouble: {
    text: 'Un souci avec la caméra? Votre téléphone peut prendre le relais.',
    inApp:
      'Les navigateurs intégrés à d’autres applications n’ont souvent pas de caméra. Votre propre navigateur, comme Safari ou Chrome, peut prendre le relais.',
  },
  flowTrouble: {
    offline:
      'Vous êtes hors ligne. Ce que vous avez déjà fait est conservé, et vous pourrez continuer dès votre retour.',
    silent: 'Il ne se passe rien? Rechargez la page. Ce que vous avez déjà fait est conservé.',
    reload: 'Recharger',
  },
  handoff: {
    title: 'Continuez sur votre téléphone',
    text: 'Scannez le code avec la caméra de votre téléphone, ou ouvrez-y le lien. Quand vous aurez terminé, cette page continue d’elle-même.',
    inApp: {
      title: 'Ouvrez dans votre navigateur',
      text: 'Copiez le lien et ouvrez-le dans Safari ou Chrome. Quand vous aurez terminé, cette page continue d’elle-même.',
    },
    connected: {
      title: 'Votre téléphone est connecté',
      text: 'Quand vous aurez terminé, cette page continue d’elle-même.',
    },
    progress: '{done}, {now}. {text}',
    onlyHere: 'Ce lien ne s’ouvre que sur cet ordinateur. Un téléphone ne peut pas l’atteindre.',
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
    title: 'Votre pièce d’identité est en cours d’examen',
    text: 'Quelqu’un la regarde de plus près. Vous pouvez fermer cette fenêtre. Dès qu’il y a une réponse, vous pourrez continuer ici.',
  },
  declined: {
    title: 'Nous n’avons pas pu vérifier votre identité',
    text: 'L’assistance de ce site peut vous dire quoi faire ensuite.',
    noAttempts: 'Toutes les tentatives ont été utilisées.',
  },
  retryable: {
    title: 'Essayons encore une fois',
    text: 'Tout n’a pas pu être vérifié cette fois-ci. Un bon éclairage et des images nettes aident.',
    attempts: { one: 'Il vous reste {count} tentative.', other: 'Il vous reste {count} tentatives.' },
    after: 'Vous pourrez réessayer à partir du {time}.',
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
    rate_limited: { title: 'Trop de tentatives à la fois', text: 'Attendez une minute, puis réessayez.' },
    unauthorized: {
      title: 'Veuillez vous reconnecter',
      text: 'Votre session a peut-être pris fin. Reconnectez-vous, puis réessayez.',
    },
    outer_frame: {
      title: 'La caméra est désactivée ici',
      text: 'Cette page fait partie d’une autre, qui ne lui donne pas accès à la caméra. Vous pouvez continuer ailleurs, par exemple sur votre téléphone.',
    },
    camera_forbidden: {
      title: 'La caméra est désactivée sur cette page',
      text: 'Ce site n’autorise pas la caméra ici. Veuillez en informer son assistance.',
    },
    insecure_page: {
      title: 'Cette page n’est pas sécurisée',
      text: 'La caméra ne fonctionne que sur les pages sécurisées. Veuillez en informer l’assistance de ce site.',
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
      title: 'La vérification a été interrompue',
      text: 'Veuillez réessayer. Ce que vous avez déjà fait est conservé.',
    },
    other: {
      title: 'La vérification ne peut pas commencer',
      text: 'Veuillez réessayer. Si cela ne change rien, contactez l’assistance de ce site.',
    },
  },
};
