import type { Words } from './en.js';
import { reasons } from './reasons.js';

/** French. */
export const fr: Words = {
  brand: 'Persona stand-in',
  back: 'Retour',
  close: 'Fermer',
  cancel: 'Annuler',
  loading: 'Chargement',
  loadingText: 'Cela prend un instant.',
  tryAgain: 'Réessayer',
  done: 'Terminé',

  startHeading: 'Vérifiez votre identité',
  startText: 'Il vous faut une pièce d’identité officielle et une caméra. Comptez environ {time}.',
  startSteps: {
    phone: 'Confirmez votre numéro de téléphone',
    id: 'Montrez votre pièce d’identité',
    selfie: 'Prenez un égoportrait (selfie)',
  },
  startResult: 'Recevez le résultat',
  consent:
    'En continuant, vous acceptez que ce que vous montrez serve à vérifier votre identité. Cet environnement de test le garde uniquement sur l’ordinateur où il tourne.',
  begin: 'Commencer',

  welcomeBack: 'Heureux de vous revoir. Vous continuez où vous vous étiez arrêté.',
  parts: { phone: 'Téléphone', id: 'Pièce d’identité', selfie: 'Égoportrait' },
  partDone: 'fait',
  phoneHeading: 'Quel est votre numéro de téléphone?',
  phoneText:
    'Nous y envoyons un code pour vérifier qu’il est à vous. Indiquez-le comme on le compose sur place, ou avec + et l’indicatif du pays.',
  phoneCountryLabel: 'Pays du numéro',
  phoneLabel: 'Numéro de téléphone',
  phoneSms: 'Recevoir un code par SMS',
  phoneCall: 'Recevoir un code par appel',
  codeHeading: 'Saisissez le code',
  codeSent: 'Nous avons envoyé un code à six chiffres au {number}.',
  codeCalled: 'Nous appelons le {number} pour vous dicter un code à six chiffres.',
  codeLabel: 'Code',
  codeCheck: 'Continuer',
  codeWrong: 'Ce code ne correspond pas. Vérifiez-le, puis saisissez-le de nouveau.',
  codeLate: 'Ce code a expiré. Demandez-en un nouveau.',
  codeWait: 'Rien reçu après une demi-minute? Demandez un autre code, ou laissez-nous vous appeler.',
  codeResend: 'Envoyer un nouveau code',
  codeCallInstead: 'M’appeler plutôt',
  codeNoMore: 'Aucun autre code ne peut être envoyé. Utilisez le dernier.',
  phoneProblems: {
    phone_number: 'Ceci ne ressemble pas à un numéro de ce pays. Vérifiez le pays, l’indicatif et les chiffres.',
    too_soon: 'Un code vient d’être envoyé. Attendez une demi-minute avant d’en demander un autre.',
    too_many_codes:
      'Aucun autre code ne peut être envoyé pour cette vérification. Utilisez le dernier, avec le numéro auquel il a été envoyé.',
  },
  reasons: reasons.fr,

  countryHeading: 'Quel pays a délivré votre pièce d’identité?',
  countryLabel: 'Pays ou région',
  select: 'Sélectionner',

  idTypeHeading: 'Quelle pièce d’identité utiliserez-vous?',
  idTypeText: 'Choisissez-en une valide que vous avez sous la main.',
  idTypes: {
    pp: 'Passeport',
    ppc: 'Carte passeport',
    dl: 'Permis de conduire',
    id: 'Carte d’identité',
    pr: 'Carte de résident permanent',
    rp: 'Titre de séjour',
    visa: 'Visa',
  },

  frontHeading: 'Recto\u00a0: {id}',
  backHeading: 'Verso\u00a0: {id}',
  photoPageHeading: 'Page avec photo\u00a0: {id}',
  frontText: 'Posez-la sur une surface sombre et unie. Les quatre coins doivent être visibles et le texte net.',
  backText: 'Retournez-la. Le code-barres doit être net et sans reflet.',
  accepted: 'JPEG, PNG, HEIC ou PDF, de 10\u00a0ko à 15\u00a0Mo',
  useCamera: 'Utiliser la caméra',
  noLivePicture:
    'Cette page n’est pas sécurisée (http) et ne peut donc pas montrer d’image en direct. Le bouton ouvre la caméra de votre téléphone; sur un ordinateur, il permet de choisir un fichier.',
  upload: 'Importer une photo',
  sendingHeading: 'Envoi de votre photo',

  cameraOpening: 'Ouverture de la caméra. Votre navigateur peut demander une autorisation.',
  cameraPreview: 'Image de la caméra',
  takePhoto: 'Prendre la photo',

  checkHeading: 'La photo est-elle nette?',
  checkText: 'Tout le texte doit être lisible et aucun coin coupé.',
  pictureAlt: 'Votre photo',
  fileTile: 'Votre fichier est arrivé. Ce navigateur ne peut pas l’afficher, ce n’est pas un problème.',
  usePicture: 'Utiliser cette photo',
  takeAnother: 'En choisir une autre',

  selfieHeading: 'Maintenant un égoportrait',
  selfieText:
    'Nous prenons trois photos\u00a0: de face, vers votre gauche et vers votre droite. Retirez lunettes et chapeau, et cherchez une lumière uniforme.',
  selfieStart: 'Ouvrir la caméra',
  poses: { center: 'Regardez droit devant vous', left: 'Tournez la tête à gauche', right: 'Tournez la tête à droite' },
  poseCount: 'Photo {n} sur 3',

  checkingHeading: 'Vérification de vos photos',
  checkingText: 'Cela prend quelques secondes. Gardez cette page ouverte.',

  retryIdHeading: 'Nous n’avons pas pu lire votre pièce d’identité',
  retrySelfieHeading: 'Nous n’avons pas pu confirmer votre égoportrait',
  retryText: 'Prenez de nouvelles photos avec une bonne lumière.',
  lastTry: 'La prochaine tentative est la dernière de cette vérification.',

  successHeading: 'Merci, c’est tout',
  successText: 'Tout est en route vers la dernière vérification.',
  failedHeading: 'Cela n’a pas fonctionné cette fois-ci',
  failedText: 'Le site d’où vous venez vous dit ce que vous pouvez faire ensuite.',
  doneHeading: 'Vous avez terminé ici',
  decidedText: 'Cette vérification est terminée, il ne reste rien à faire.',
  goOn: 'Vous pouvez continuer.',
  backToComputer: 'Retournez à votre ordinateur, ou là où vous avez commencé. La suite s’y fait d’elle-même.',
  backToPage: 'Retournez à la page où vous avez commencé. La suite s’y fait d’elle-même.',
  closedHeading: 'Vous pouvez fermer cette page',
  closedText: 'Tout est enregistré.',

  exitHeading: 'Quitter maintenant?',
  exitText: 'Ce que vous avez fait est enregistré. Vous pourrez continuer plus tard.',
  exitLeave: 'Quitter',
  exitStay: 'Continuer',

  otherHeading: 'Continuez dans un autre onglet',
  otherText:
    'Le lien ouvre cette vérification dans son propre onglet, où la caméra peut fonctionner. Cette page suivra d’elle-même quand vous aurez terminé là-bas.',
  otherLink: 'Ouvrir dans un nouvel onglet',
  otherDevice: 'Continuer sur un autre appareil',
  phoneHandOffHeading: 'Continuez sur votre téléphone',
  phoneHandOffText:
    'Scannez le code avec votre téléphone, ou ouvrez-y le lien. Cette page continuera d’elle-même quand vous aurez terminé.',
  qrCode: 'Code QR du lien',
  linkLabel: 'Lien à usage unique, valable une heure',
  copy: 'Copier',
  copied: 'Copié',
  handedOverHeading: 'Vous êtes maintenant sur votre autre appareil',
  handedOverText: 'Gardez cette page ouverte. Elle continuera d’elle-même quand vous aurez terminé là-bas.',
  takeBack: 'Continuer ici',

  cameraProblems: {
    denied: [
      'La caméra est bloquée',
      'Autorisez la caméra pour ce site\u00a0: sélectionnez l’icône de caméra ou de cadenas dans la barre d’adresse, puis réessayez.',
    ],
    missing: [
      'Aucune caméra trouvée',
      'Branchez une caméra, ou continuez avec un ordinateur ou un téléphone qui en a une.',
    ],
    busy: ['La caméra est déjà utilisée', 'Une autre application utilise la caméra. Fermez-la, puis réessayez.'],
    policy: [
      'Ce site garde la caméra éteinte',
      'La page qui entoure celle-ci n’autorise pas la caméra. Un onglet séparé l’autorise.',
    ],
    unknown: ['La caméra n’a pas démarré', 'Fermez les autres applications qui l’utilisent, puis réessayez.'],
  },

  uploadProblems: {
    file_type: 'Ce type de fichier ne convient pas. Choisissez un fichier JPEG, PNG, HEIC ou PDF.',
    file_too_small:
      'Le fichier fait moins de 10\u00a0ko, trop peu pour être lu. Prenez une photo plus nette avec plus de lumière.',
    file_too_large: 'Le fichier dépasse 15\u00a0Mo. Choisissez-en un plus petit.',
    image_too_small: 'La photo est trop petite. Chaque côté doit avoir au moins 200 pixels.',
    image_too_large: 'La photo est trop grande. Aucun côté ne peut dépasser 15\u00a0000 pixels.',
    file_unreadable: 'Le fichier est endommagé. Choisissez-en un autre ou prenez une nouvelle photo.',
  },
  offline: 'Le serveur ne répond pas. Rien n’est perdu\u00a0: vérifiez votre connexion et réessayez.',

  problems: {
    unauthenticated: [
      'Votre session a expiré',
      'Fermez cette page et rouvrez la vérification depuis le site d’où vous venez. Elle reprendra où vous en étiez.',
    ],
    inactive_template: [
      'Cette vérification n’est pas disponible',
      'Le site a demandé une vérification qui n’est pas active. Merci de le signaler au site.',
    ],
    invalid_config: [
      'Cette vérification n’a pas pu s’ouvrir',
      'Le site a ouvert cette page d’une façon qui ne fonctionne pas. Merci de le signaler au site.',
    ],
    taken_back: [
      'Vous êtes maintenant sur votre autre appareil',
      'Il ne reste rien à faire ici. Vous pouvez fermer cette page.',
    ],
    other: ['Un problème est survenu', 'Réessayez dans un instant. Ce que vous avez fait est enregistré.'],
  },

  sandboxCode: 'Test\u00a0: rien n’est envoyé. Le code est {code}.',
  sandboxNoText:
    'Test\u00a0: ce message n’arrive pas. Après une demi-minute, vous pouvez demander un autre code ou un appel.',
  sandboxStrict: 'Test\u00a0: netteté, code-barres et répétitions sont vraiment vérifiés',
  selfieFiles: 'Utiliser des fichiers\u00a0: de face, gauche, droite',
  sandboxNoPhone: 'Test\u00a0: un téléphone ne peut pas ouvrir ce lien. Démarrez avec --lan pour en utiliser un.',
  sandboxNote: 'Test\u00a0: personne ne regarde les photos',
  pass: 'Réussir les vérifications',
};
