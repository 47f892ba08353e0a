import type { Labels } from '../labels.js';

/** What the gate says in Portuguese. */
export const gate: Labels['gate'] = {
  missing: 'Não carregou. Tente de novo.',
  close: 'Fechar',
  steps: { label: 'Progresso', phone: 'Celular', id: 'Documento', selfie: 'Selfie', result: 'Resultado' },
  done: { phone: 'Celular pronto', id: 'Documento pronto', selfie: 'Selfie pronta' },
  now: { phone: 'agora o celular', id: 'agora o documento', selfie: 'agora a selfie' },
  checking: 'Consultando sua conta',
  intro: {
    title: 'Verifique sua identidade',
    reason: {
      'number-purchase':
        'Números dos Estados Unidos, do Canadá e de Porto Rico só são vendidos a quem comprovou a identidade.',
      'number-pool-purchase':
        'Grupos com números dos Estados Unidos, do Canadá ou de Porto Rico só são vendidos a quem comprovou a identidade.',
      'a2p-brand-registration':
        'As operadoras só registram uma marca para mensagens de texto depois que o titular comprova a identidade.',
      'toll-free-verification':
        'As operadoras só verificam um número de ligação gratuita depois que o titular comprova a identidade.',
      cnam: 'O nome de quem liga só é configurado depois que o titular do número comprova a identidade.',
      'shaken-stir':
        'As ligações só são assinadas como confiáveis depois que o titular do número comprova a identidade.',
    },
    once: 'Você faz isso uma única vez. Vale também para tudo o mais que esta conta precisar.',
    need: 'Você vai precisar de',
    needs: {
      phone: 'Seu celular, para receber um código',
      id: 'Um documento oficial: passaporte, carteira de motorista ou de identidade',
      camera: 'Uma câmera para uma selfie rápida',
      time: 'Cerca de {time}',
    },
    resume: 'Continue de onde parou',
    noCamera: 'Não encontramos uma câmera neste aparelho. Você pode continuar no celular.',
    inApp:
      'Este navegador fica dentro de outro aplicativo, onde a câmera muitas vezes não funciona. O mais seguro é usar o seu próprio navegador.',
    next: 'Em seguida, nossa parceira Persona orienta você passo a passo.',
    begin: 'Continuar',
  },
  alternative: 'Não pode usar uma câmera ou tirar uma selfie?',
  phone: 'Continuar no celular',
  browser: 'Abrir no seu navegador',
  newTab: 'Abrir em outra aba',
  starting: 'Abrindo a verificação',
  frame: 'Verificação de identidade pela Persona',
  opened: 'A verificação está aberta.',
  leave: {
    title: 'Sair da verificação?',
    text: 'O que você já fez fica salvo.',
    leave: 'Sair',
    stay: 'Continuar aqui',
  },
  cameraTrouble: {
    text: 'Problemas com a câmera? Você pode continuar no celular.',
    inApp:
      'Navegadores dentro de outros aplicativos muitas vezes não têm câmera. Você pode continuar no seu próprio navegador, como Safari ou Chrome.',
  },
  flowTrouble: {
    offline: 'Você está sem internet. O que você já fez fica salvo, e você continua assim que a conexão voltar.',
    silent: 'Nada acontece? Carregue a página de novo. O que você já fez fica salvo.',
    reload: 'Carregar de novo',
  },
  handoff: {
    title: 'Continue no celular',
    text: 'Escaneie o código com a câmera do celular ou abra o link nele. Quando você terminar, esta página continua sozinha.',
    inApp: {
      title: 'Abra no seu navegador',
      text: 'Copie o link e abra no Safari ou no Chrome. Quando você terminar, esta página continua sozinha.',
    },
    connected: { title: 'Seu celular está conectado', text: 'Quando você terminar, esta página continua sozinha.' },
    progress: '{done}, {now}. {text}',
    onlyHere: 'Este link só abre neste computador. No celular, ele não funciona.',
    code: 'Código QR do link',
    copy: 'Copiar link',
    copied: 'Copiado',
    here: 'Continuar aqui mesmo',
  },
  plain: {
    title: 'Continue em outra aba',
    text: 'Este navegador é antigo demais para mostrar a verificação aqui. Ela abre em outra aba. Quando você terminar, esta página continua sozinha.',
  },
  confirming: {
    title: 'Conferindo o resultado',
    text: 'Costuma levar alguns segundos. Você não precisa fazer nada.',
    slow: 'Está demorando mais que o normal. Você pode fechar esta janela. Assim que o resultado chegar, você pode continuar aqui.',
  },
  review: {
    title: 'Seu documento está em análise',
    text: 'Alguém está olhando com mais atenção. Você pode fechar esta janela. Assim que houver uma resposta, você pode continuar aqui.',
  },
  declined: {
    title: 'Não conseguimos verificar sua identidade',
    text: 'O suporte deste site pode dizer o que fazer agora.',
    noAttempts: 'Todas as tentativas foram usadas.',
  },
  retryable: {
    title: 'Vamos tentar de novo',
    text: 'Nem tudo pôde ser conferido desta vez. Boa luz e imagens nítidas ajudam.',
    attempts: {
      one: 'Você ainda tem {count} tentativa.',
      many: 'Você ainda tem {count} de tentativas.',
      other: 'Você ainda tem {count} tentativas.',
    },
    after: 'Você pode tentar de novo a partir de {time}.',
  },
  verified: { title: 'Sua identidade foi verificada', text: 'Não vamos pedir de novo nesta conta.' },
  goOn: {
    title: 'Agora você pode continuar',
    text: 'O que você começou está pronto quando você quiser.',
    button: 'Continuar',
  },
  again: 'Tentar de novo',
  blocked: {
    offline: { title: 'Você está sem internet', text: 'Confira sua conexão e tente de novo. Nada se perde.' },
    unreachable: {
      title: 'A verificação não abre',
      text: 'Ela não respondeu a tempo. Tente de novo ou desative os bloqueadores de conteúdo nesta página.',
    },
    frame_refused: {
      title: 'Não é possível mostrar a verificação aqui',
      text: 'Algo está bloqueando a verificação, ou ela não está disponível agora. Desative os bloqueadores de conteúdo nesta página e tente de novo.',
    },
    server_error: { title: 'Algo deu errado do nosso lado', text: 'Tente de novo daqui a pouco. Nada se perde.' },
    rate_limited: { title: 'Tentativas demais de uma vez', text: 'Aguarde um minuto e tente de novo.' },
    unauthorized: {
      title: 'Entre na sua conta de novo',
      text: 'Sua sessão pode ter terminado. Entre na sua conta e tente de novo.',
    },
    outer_frame: {
      title: 'A câmera está desativada aqui',
      text: 'Esta página faz parte de outra, que não libera a câmera. Você pode continuar em outro lugar, por exemplo no celular.',
    },
    camera_forbidden: {
      title: 'A câmera está desativada nesta página',
      text: 'Este site não permite usar a câmera aqui. Avise o suporte do site.',
    },
    insecure_page: {
      title: 'Esta página não é segura',
      text: 'A câmera só funciona em páginas seguras. Avise o suporte do site.',
    },
    blocked_by_coep: {
      title: 'Não é possível mostrar a verificação aqui',
      text: 'Uma configuração deste site bloqueia a verificação neste navegador. Você pode continuar em outro lugar, por exemplo no celular.',
    },
    blocked_by_csp: {
      title: 'Não é possível mostrar a verificação aqui',
      text: 'Uma configuração deste site bloqueia a verificação. Avise o suporte do site.',
    },
    vendor_error: { title: 'A verificação parou', text: 'Tente de novo. O que você já fez fica salvo.' },
    session_lost: { title: 'A verificação foi interrompida', text: 'Tente de novo. O que você já fez fica salvo.' },
    other: {
      title: 'Não é possível iniciar a verificação',
      text: 'Tente de novo. Se não funcionar, fale com o suporte deste site.',
    },
  },
};
