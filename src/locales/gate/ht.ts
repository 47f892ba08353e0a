import type { Labels } from '../labels.js';

/** What the gate says in Haitian Creole. */
export const gate: Labels['gate'] = {
  missing: 'Sa a pa chaje. Eseye ankò.',
  close: 'Fèmen',
  steps: { label: 'Pwogrè', phone: 'Telefòn', id: 'Pyès idantite', selfie: 'Selfie', result: 'Rezilta' },
  done: { phone: 'Telefòn nan fèt', id: 'Pyès idantite a fèt', selfie: 'Selfie a fèt' },
  now: { phone: 'kounye a se telefòn nan', id: 'kounye a se pyès idantite a', selfie: 'kounye a se selfie a' },
  checking: 'N ap tcheke kont ou',
  intro: {
    title: 'Verifye idantite w',
    reason: {
      'number-purchase': 'Nimewo Etazini, Kanada ak Pòtoriko vann sèlman bay moun ki montre ki moun yo ye.',
      'number-pool-purchase':
        'Gwoup ki gen nimewo Etazini, Kanada oswa Pòtoriko vann sèlman bay moun ki montre ki moun yo ye.',
      'a2p-brand-registration':
        'Konpayi telefòn yo anrejistre yon mak pou mesaj tèks sèlman lè mèt li montre ki moun li ye.',
      'toll-free-verification':
        'Konpayi telefòn yo verifye yon nimewo apèl gratis sèlman lè mèt li montre ki moun li ye.',
      cnam: 'Non moun k ap rele a ka mete sèlman lè mèt nimewo a montre ki moun li ye.',
      'shaken-stir': 'Apèl yo siyen kòm apèl serye sèlman lè mèt nimewo a montre ki moun li ye.',
    },
    once: 'Ou fè sa yon sèl fwa. Li bon tou pou tout lòt bagay kont sa a ka bezwen.',
    need: 'Sa ou bezwen',
    needs: {
      phone: 'Telefòn ou, pou resevwa yon kòd',
      id: 'Yon pyès idantite ofisyèl: paspò, lisans chofè oswa kat idantite nasyonal',
      camera: 'Yon kamera pou yon selfie rapid',
      time: 'Apeprè {time}',
    },
    resume: 'Kontinye kote ou te rete a',
    noCamera: 'Nou pa jwenn kamera sou aparèy sa a. Ou ka kontinye sou telefòn ou.',
    inApp: 'Navigatè sa a anndan yon lòt aplikasyon, kote kamera a souvan pa mache. Li pi sèten nan pwòp navigatè w.',
    next: 'Apre sa, patnè nou Persona ap gide w etap pa etap.',
    begin: 'Kontinye',
  },
  alternative: 'Ou pa ka sèvi ak yon kamera oswa pran yon selfie?',
  phone: 'Kontinye sou telefòn ou',
  browser: 'Louvri nan navigatè w',
  newTab: 'Louvri nan yon lòt onglè',
  starting: 'N ap louvri verifikasyon an',
  frame: 'Verifikasyon idantite ak Persona',
  opened: 'Verifikasyon an louvri.',
  leave: {
    title: 'Kite verifikasyon an?',
    text: 'Sa ou deja fè ap rete anrejistre.',
    leave: 'Kite',
    stay: 'Rete isit la',
  },
  cameraTrouble: {
    text: 'Pwoblèm ak kamera a? Ou ka kontinye sou telefòn ou.',
    inApp:
      'Navigatè ki anndan lòt aplikasyon souvan pa gen kamera. Ou ka kontinye nan pwòp navigatè w, tankou Safari oswa Chrome.',
  },
  flowTrouble: {
    offline: 'Ou pa gen entènèt. Sa ou deja fè ap rete anrejistre, epi w ap ka kontinye lè entènèt la tounen.',
    silent: 'Anyen pa rive? Chaje paj la ankò. Sa ou deja fè ap rete anrejistre.',
    reload: 'Chaje ankò',
  },
  handoff: {
    title: 'Kontinye sou telefòn ou',
    text: 'Eskane kòd la ak kamera telefòn ou, oswa louvri lyen an sou telefòn nan. Lè w fini, paj sa a ap kontinye poukont li.',
    inApp: {
      title: 'Louvri nan navigatè w',
      text: 'Kopye lyen an epi louvri l nan Safari oswa Chrome. Lè w fini, paj sa a ap kontinye poukont li.',
    },
    connected: { title: 'Telefòn ou konekte', text: 'Lè w fini, paj sa a ap kontinye poukont li.' },
    progress: '{done}, {now}. {text}',
    onlyHere: 'Lyen sa a louvri sou òdinatè sa a sèlman. Li p ap louvri sou yon telefòn.',
    code: 'Kòd QR lyen an',
    copy: 'Kopye lyen an',
    copied: 'Lyen an kopye',
    here: 'Kontinye isit la pito',
  },
  plain: {
    title: 'Kontinye nan yon lòt onglè',
    text: 'Navigatè sa a twò ansyen pou montre verifikasyon an isit la. L ap louvri nan yon lòt onglè. Lè w fini, paj sa a ap kontinye poukont li.',
  },
  confirming: {
    title: 'N ap tcheke rezilta w',
    text: 'Sa konn pran kèk segonn. Ou pa bezwen fè anyen.',
    slow: 'Sa ap pran plis tan pase dabitid. Ou ka fèmen fenèt sa a. Lè rezilta a rive, w ap ka kontinye isit la.',
  },
  review: {
    title: 'N ap revize pyès idantite w',
    text: 'Yon moun ap gade l pi pre. Ou ka fèmen fenèt sa a. Lè gen yon repons, w ap ka kontinye isit la.',
  },
  declined: {
    title: 'Nou pa t ka verifye idantite w',
    text: 'Ekip sipò sit sa a ka di w sa pou fè.',
    noAttempts: 'Ou pa gen esè ki rete.',
  },
  retryable: {
    title: 'Ann eseye ankò',
    text: 'Nou pa t ka tcheke tout bagay fwa sa a. Bon limyè ak foto klè ap ede.',
    attempts: { one: 'Ou gen {count} esè ki rete.', other: 'Ou gen {count} esè ki rete.' },
    after: 'Ou ka eseye ankò apre {time}.',
  },
  verified: { title: 'Idantite w verifye', text: 'Nou p ap mande w sa ankò pou kont sa a.' },
  goOn: { title: 'Ou ka kontinye kounye a', text: 'Sa ou te kòmanse a pare lè ou pare.', button: 'Kontinye' },
  again: 'Eseye ankò',
  blocked: {
    offline: { title: 'Ou pa gen entènèt', text: 'Tcheke koneksyon entènèt ou, epi eseye ankò. Anyen pa pèdi.' },
    unreachable: {
      title: 'Verifikasyon an pa louvri',
      text: 'Li pa reponn a tan. Eseye ankò, oswa etenn blokè piblisite pou paj sa a.',
    },
    frame_refused: {
      title: 'Nou pa ka montre verifikasyon an isit la',
      text: 'Yon bagay bloke l, oswa li pa disponib kounye a. Etenn blokè piblisite pou paj sa a, epi eseye ankò.',
    },
    server_error: { title: 'Gen yon pwoblèm sou bò pa nou', text: 'Tanpri eseye ankò talè. Anyen pa pèdi.' },
    rate_limited: { title: 'Twòp esè yon sèl kou', text: 'Tanpri tann yon minit, epi eseye ankò.' },
    unauthorized: { title: 'Tanpri konekte ankò', text: 'Petèt sesyon ou fini. Konekte, epi eseye ankò.' },
    outer_frame: {
      title: 'Kamera a etenn isit la',
      text: 'Paj sa a anndan yon lòt paj ki pa ba li kamera a. Ou ka kontinye yon lòt kote, pa egzanp sou telefòn ou.',
    },
    camera_forbidden: {
      title: 'Kamera a etenn pou paj sa a',
      text: 'Sit sa a pa pèmèt kamera a isit la. Tanpri di ekip sipò sit la sa.',
    },
    insecure_page: {
      title: 'Paj sa a pa an sekirite',
      text: 'Kamera a mache sèlman sou paj ki an sekirite. Tanpri di ekip sipò sit la sa.',
    },
    blocked_by_coep: {
      title: 'Nou pa ka montre verifikasyon an isit la',
      text: 'Yon reglaj sit sa a bloke l nan navigatè sa a. Ou ka kontinye yon lòt kote, pa egzanp sou telefòn ou.',
    },
    blocked_by_csp: {
      title: 'Nou pa ka montre verifikasyon an isit la',
      text: 'Yon reglaj sit sa a bloke l. Tanpri di ekip sipò sit la sa.',
    },
    vendor_error: { title: 'Verifikasyon an kanpe', text: 'Tanpri eseye ankò. Sa ou deja fè ap rete anrejistre.' },
    session_lost: { title: 'Verifikasyon an entèwonp', text: 'Tanpri eseye ankò. Sa ou deja fè ap rete anrejistre.' },
    other: {
      title: 'Verifikasyon an pa ka kòmanse',
      text: 'Tanpri eseye ankò. Si sa pa mache, kontakte ekip sipò sit sa a.',
    },
  },
};
