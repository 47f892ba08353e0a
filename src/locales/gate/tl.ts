import type { Labels } from '../labels.js';

/** What the gate says in Filipino. */
export const gate: Labels['gate'] = {
  missing: 'Hindi ito nag-load. Subukan ulit.',
  close: 'Isara',
  steps: { label: 'Mga hakbang', phone: 'Phone', id: 'ID', selfie: 'Selfie', result: 'Resulta' },
  done: { phone: 'Tapos na ang phone', id: 'Tapos na ang ID', selfie: 'Tapos na ang selfie' },
  now: { phone: 'phone na ang susunod', id: 'ID na ang susunod', selfie: 'selfie na ang susunod' },
  checking: 'Tinitingnan ang account mo',
  intro: {
    title: 'I-verify ang identity mo',
    reason: {
      'number-purchase':
        'Ibinebenta lang ang mga numero sa US, Canada, at Puerto Rico sa mga nagpatunay na kung sino sila.',
      'number-pool-purchase':
        'Ibinebenta lang ang mga grupong may numero sa US, Canada, o Puerto Rico sa mga nagpatunay na kung sino sila.',
      'a2p-brand-registration':
        'Nirerehistro lang ng mga carrier ang isang brand para sa text kapag napatunayan na ng may-ari kung sino siya.',
      'toll-free-verification':
        'Inaaprubahan lang ng mga carrier ang isang toll-free na numero kapag napatunayan na ng may-ari kung sino siya.',
      cnam: 'Sine-set up lang ang caller name kapag napatunayan na ng may-ari ng numero kung sino siya.',
      'shaken-stir':
        'Minamarkahan lang na mapagkakatiwalaan ang mga tawag kapag napatunayan na ng may-ari ng numero kung sino siya.',
    },
    once: 'Isang beses mo lang itong gagawin. Sakop na rin nito ang iba pang kakailanganin ng account na ito.',
    need: 'Mga kailangan mo',
    needs: {
      phone: 'Ang phone mo, para sa isang code',
      id: 'Isang government ID: passport, driver’s license, o national ID',
      camera: 'Isang camera para sa mabilis na selfie',
      time: 'Mga {time}',
    },
    resume: 'Ituloy kung saan ka huminto',
    noCamera: 'Walang nakitang camera sa device na ito. Puwede kang magpatuloy sa phone mo.',
    inApp:
      'Nasa loob ng ibang app ang browser na ito, kung saan madalas hindi gumagana ang camera. Mas sigurado sa sarili mong browser.',
    next: 'Susunod, gagabayan ka ng partner naming Persona sa bawat hakbang.',
    begin: 'Magpatuloy',
  },
  alternative: 'Hindi makagamit ng camera o makapag-selfie?',
  phone: 'Magpatuloy sa phone mo',
  browser: 'Buksan sa browser mo',
  newTab: 'Buksan sa bagong tab',
  starting: 'Binubuksan ang verification',
  frame: 'Identity verification ng Persona',
  opened: 'Bukas na ang verification.',
  leave: {
    title: 'Umalis sa verification?',
    text: 'Naka-save ang mga nagawa mo na.',
    leave: 'Umalis',
    stay: 'Manatili dito',
  },
  cameraTrouble: {
    text: 'May problema sa camera? Puwede kang magpatuloy sa phone mo.',
    inApp:
      'Madalas walang camera ang mga browser sa loob ng ibang app. Puwede kang magpatuloy sa sarili mong browser, gaya ng Safari o Chrome.',
  },
  flowTrouble: {
    offline: 'Offline ka. Naka-save ang mga nagawa mo na, at puwede kang magpatuloy kapag online ka na ulit.',
    silent: 'Walang nangyayari? I-load ulit ang page. Naka-save ang mga nagawa mo na.',
    reload: 'I-load ulit',
  },
  handoff: {
    title: 'Magpatuloy sa phone mo',
    text: 'I-scan ang code gamit ang camera ng phone mo, o buksan doon ang link. Kapag tapos ka na, kusang magpapatuloy ang page na ito.',
    inApp: {
      title: 'Buksan sa browser mo',
      text: 'Kopyahin ang link at buksan ito sa Safari o Chrome. Kapag tapos ka na, kusang magpapatuloy ang page na ito.',
    },
    connected: { title: 'Nakakonekta ang phone mo', text: 'Kapag tapos ka na, kusang magpapatuloy ang page na ito.' },
    progress: '{done}, {now}. {text}',
    onlyHere: 'Sa computer na ito lang bumubukas ang link na ito, hindi sa phone.',
    code: 'QR code ng link',
    copy: 'Kopyahin ang link',
    copied: 'Nakopya na',
    here: 'Dito na lang magpatuloy',
  },
  plain: {
    title: 'Magpatuloy sa bagong tab',
    text: 'Masyadong luma ang browser na ito para ipakita rito ang verification. Bubuksan ito sa bagong tab. Kapag tapos ka na, kusang magpapatuloy ang page na ito.',
  },
  confirming: {
    title: 'Tinitingnan ang resulta mo',
    text: 'Karaniwang ilang segundo lang ito. Wala kang kailangang gawin.',
    slow: 'Mas matagal ito kaysa karaniwan. Puwede mong isara ang window na ito. Kapag dumating na ang resulta, puwede kang magpatuloy dito.',
  },
  review: {
    title: 'Nire-review ang ID mo',
    text: 'May taong tumitingin dito nang mabuti. Puwede mong isara ang window na ito. Kapag may sagot na, puwede kang magpatuloy dito.',
  },
  declined: {
    title: 'Hindi namin na-verify ang identity mo',
    text: 'Masasabi sa iyo ng support ng website na ito kung ano ang susunod na gagawin.',
    noAttempts: 'Nagamit na ang lahat ng pagsubok.',
  },
  retryable: {
    title: 'Subukan natin ulit',
    text: 'May hindi na-check sa pagkakataong ito. Makakatulong ang magandang ilaw at malilinaw na larawan.',
    attempts: { one: 'May {count} pagsubok ka pang natitira.', other: 'May {count} na pagsubok ka pang natitira.' },
    after: 'Puwede mong subukan ulit simula {time}.',
  },
  verified: { title: 'Verified ka na', text: 'Hindi na namin ito hihingin ulit para sa account na ito.' },
  goOn: {
    title: 'Puwede ka nang magpatuloy',
    text: 'Handa na ang sinimulan mo kapag handa ka na.',
    button: 'Magpatuloy',
  },
  again: 'Subukan ulit',
  blocked: {
    offline: { title: 'Offline ka', text: 'Tingnan ang internet connection mo, at subukan ulit. Walang mawawala.' },
    unreachable: {
      title: 'Hindi bumubukas ang verification',
      text: 'Hindi ito sumagot sa oras. Subukan ulit, o i-off ang mga ad blocker para sa page na ito.',
    },
    frame_refused: {
      title: 'Hindi maipakita rito ang verification',
      text: 'May humaharang dito, o hindi ito available ngayon. I-off ang mga ad blocker para sa page na ito, at subukan ulit.',
    },
    server_error: { title: 'Nagkaproblema sa panig namin', text: 'Subukan ulit maya-maya. Walang mawawala.' },
    rate_limited: { title: 'Masyadong maraming pagsubok', text: 'Maghintay ng isang minuto, at subukan ulit.' },
    unauthorized: { title: 'Mag-sign in ulit', text: 'Baka tapos na ang session mo. Mag-sign in, at subukan ulit.' },
    outer_frame: {
      title: 'Naka-off ang camera dito',
      text: 'Bahagi ang page na ito ng isa pang page na hindi nagpapahintulot sa camera. Puwede kang magpatuloy sa iba, halimbawa sa phone mo.',
    },
    camera_forbidden: {
      title: 'Naka-off ang camera para sa page na ito',
      text: 'Hindi pinapayagan ng website na ito ang camera dito. Pakisabi sa support nito.',
    },
    insecure_page: {
      title: 'Hindi secure ang page na ito',
      text: 'Gumagana lang ang camera sa mga secure na page. Pakisabi sa support ng website na ito.',
    },
    blocked_by_coep: {
      title: 'Hindi maipakita rito ang verification',
      text: 'Hinaharang ito ng isang setting ng website na ito sa browser na ito. Puwede kang magpatuloy sa iba, halimbawa sa phone mo.',
    },
    blocked_by_csp: {
      title: 'Hindi maipakita rito ang verification',
      text: 'Hinaharang ito ng isang setting ng website na ito. Pakisabi sa support nito.',
    },
    vendor_error: { title: 'Huminto ang verification', text: 'Subukan ulit. Naka-save ang mga nagawa mo na.' },
    session_lost: { title: 'Naputol ang verification', text: 'Subukan ulit. Naka-save ang mga nagawa mo na.' },
    other: {
      title: 'Hindi masimulan ang verification',
      text: 'Subukan ulit. Kung hindi pa rin gumana, makipag-ugnayan sa support ng website na ito.',
    },
  },
};
