import type { Labels } from '../labels.js';

/** What the gate says in German. */
export const gate: Labels['gate'] = {
  missing: 'Das wurde nicht geladen. Versuchen Sie es noch einmal.',
  close: 'Schließen',
  steps: { label: 'Fortschritt', phone: 'Handy', id: 'Ausweis', selfie: 'Selfie', result: 'Ergebnis' },
  done: { phone: 'Handy erledigt', id: 'Ausweis erledigt', selfie: 'Selfie erledigt' },
  now: { phone: 'jetzt das Handy', id: 'jetzt der Ausweis', selfie: 'jetzt das Selfie' },
  checking: 'Wir prüfen Ihr Konto',
  intro: {
    title: 'Verifizieren Sie Ihre Identität',
    reason: {
      'number-purchase':
        'Nummern aus den USA, Kanada und Puerto Rico werden nur an Personen verkauft, die sich ausgewiesen haben.',
      'number-pool-purchase':
        'Pools mit Nummern aus den USA, Kanada oder Puerto Rico werden nur an Personen verkauft, die sich ausgewiesen haben.',
      'a2p-brand-registration':
        'Netzbetreiber registrieren eine Marke für Textnachrichten nur, wenn sich die Person dahinter ausgewiesen hat.',
      'toll-free-verification':
        'Netzbetreiber verifizieren eine gebührenfreie Nummer nur, wenn sich die Person dahinter ausgewiesen hat.',
      cnam: 'Ein Anrufername wird nur eingerichtet, wenn sich die Person hinter der Nummer ausgewiesen hat.',
      'shaken-stir':
        'Anrufe werden nur als vertrauenswürdig signiert, wenn sich die Person hinter der Nummer ausgewiesen hat.',
    },
    once: 'Das machen Sie nur einmal. Es gilt auch für alles andere, wofür dieses Konto es braucht.',
    need: 'Sie brauchen',
    needs: {
      phone: 'Ihr Handy, für einen Code',
      id: 'Einen amtlichen Ausweis: Reisepass, Führerschein oder Personalausweis',
      camera: 'Eine Kamera für ein kurzes Selfie',
      time: 'Etwa {time}',
    },
    resume: 'Machen Sie da weiter, wo Sie aufgehört haben',
    noCamera: 'Auf diesem Gerät wurde keine Kamera gefunden. Sie können auf dem Handy weitermachen.',
    inApp:
      'Dieser Browser gehört zu einer anderen App, in der die Kamera oft nicht funktioniert. Ihr eigener Browser ist der sichere Weg.',
    next: 'Als Nächstes führt unser Partner Persona Sie Schritt für Schritt.',
    begin: 'Weiter',
  },
  alternative: 'Sie können keine Kamera nutzen oder kein Selfie machen?',
  phone: 'Weiter auf dem Handy',
  browser: 'Im eigenen Browser öffnen',
  newTab: 'In neuem Tab öffnen',
  starting: 'Die Verifizierung wird geöffnet',
  frame: 'Verifizierung Ihrer Identität durch Persona',
  opened: 'Die Verifizierung ist geöffnet.',
  leave: {
    title: 'Verifizierung verlassen?',
    text: 'Was Sie schon erledigt haben, bleibt gespeichert.',
    leave: 'Verlassen',
    stay: 'Hier bleiben',
  },
  cameraTrouble: {
    text: 'Probleme mit der Kamera? Machen Sie auf dem Handy weiter.',
    inApp:
      'Browser in anderen Apps haben oft keine Kamera. Machen Sie in Ihrem eigenen Browser weiter, etwa Safari oder Chrome.',
  },
  flowTrouble: {
    offline:
      'Sie sind offline. Was Sie schon erledigt haben, bleibt gespeichert. Sobald Sie wieder online sind, geht es weiter.',
    silent: 'Passiert nichts? Laden Sie die Seite neu. Was Sie schon erledigt haben, bleibt gespeichert.',
    reload: 'Neu laden',
  },
  handoff: {
    title: 'Weiter auf dem Handy',
    text: 'Scannen Sie den Code mit der Kamera Ihres Handys oder öffnen Sie dort den Link. Wenn Sie fertig sind, geht es auf dieser Seite von selbst weiter.',
    inApp: {
      title: 'Im eigenen Browser öffnen',
      text: 'Kopieren Sie den Link und öffnen Sie ihn in Safari oder Chrome. Wenn Sie fertig sind, geht es auf dieser Seite von selbst weiter.',
    },
    connected: {
      title: 'Ihr Handy ist verbunden',
      text: 'Wenn Sie fertig sind, geht es auf dieser Seite von selbst weiter.',
    },
    progress: '{done}, {now}. {text}',
    onlyHere: 'Dieser Link öffnet sich nur auf diesem Computer, nicht auf einem Handy.',
    code: 'QR-Code des Links',
    copy: 'Link kopieren',
    copied: 'Kopiert',
    here: 'Doch hier weitermachen',
  },
  plain: {
    title: 'Weiter in einem neuen Tab',
    text: 'Dieser Browser ist zu alt, um die Verifizierung hier anzuzeigen. Deshalb öffnet sie sich in einem eigenen Tab. Wenn Sie fertig sind, geht es auf dieser Seite von selbst weiter.',
  },
  confirming: {
    title: 'Wir rufen Ihr Ergebnis ab',
    text: 'Das dauert meist ein paar Sekunden. Sie müssen nichts tun.',
    slow: 'Das dauert länger als sonst. Sie können dieses Fenster schließen. Sobald das Ergebnis da ist, können Sie hier weitermachen.',
  },
  review: {
    title: 'Ihr Ausweis wird geprüft',
    text: 'Jemand sieht ihn sich genauer an. Sie können dieses Fenster schließen. Sobald es eine Antwort gibt, können Sie hier weitermachen.',
  },
  declined: {
    title: 'Wir konnten Ihre Identität nicht verifizieren',
    text: 'Der Support dieser Website kann Ihnen sagen, wie es weitergeht.',
    noAttempts: 'Alle Versuche sind aufgebraucht.',
  },
  retryable: {
    title: 'Versuchen wir es noch einmal',
    text: 'Dieses Mal ließ sich nicht alles prüfen. Gutes Licht und scharfe Bilder helfen.',
    attempts: { one: 'Sie haben noch {count} Versuch.', other: 'Sie haben noch {count} Versuche.' },
    after: 'Ein neuer Versuch ist ab {time} möglich.',
  },
  verified: { title: 'Sie sind verifiziert', text: 'Für dieses Konto fragen wir nicht noch einmal.' },
  goOn: { title: 'Jetzt können Sie weitermachen', text: 'Was Sie begonnen haben, wartet auf Sie.', button: 'Weiter' },
  again: 'Noch einmal versuchen',
  blocked: {
    offline: {
      title: 'Sie sind offline',
      text: 'Prüfen Sie Ihre Internetverbindung und versuchen Sie es noch einmal. Nichts geht verloren.',
    },
    unreachable: {
      title: 'Die Verifizierung öffnet sich nicht',
      text: 'Sie hat nicht rechtzeitig geantwortet. Versuchen Sie es noch einmal oder schalten Sie Werbeblocker für diese Seite aus.',
    },
    frame_refused: {
      title: 'Die Verifizierung lässt sich hier nicht anzeigen',
      text: 'Etwas blockiert sie, oder sie ist gerade nicht verfügbar. Schalten Sie Werbeblocker für diese Seite aus und versuchen Sie es noch einmal.',
    },
    server_error: {
      title: 'Bei uns ist etwas schiefgegangen',
      text: 'Bitte versuchen Sie es gleich noch einmal. Nichts geht verloren.',
    },
    rate_limited: {
      title: 'Zu viele Versuche auf einmal',
      text: 'Bitte warten Sie eine Minute und versuchen Sie es noch einmal.',
    },
    unauthorized: {
      title: 'Bitte melden Sie sich neu an',
      text: 'Ihre Sitzung ist vielleicht abgelaufen. Melden Sie sich an und versuchen Sie es noch einmal.',
    },
    outer_frame: {
      title: 'Die Kamera ist hier ausgeschaltet',
      text: 'Diese Seite ist Teil einer anderen, die ihr die Kamera nicht freigibt. Sie können anderswo weitermachen, zum Beispiel auf dem Handy.',
    },
    camera_forbidden: {
      title: 'Die Kamera ist für diese Seite ausgeschaltet',
      text: 'Diese Website lässt die Kamera hier nicht zu. Bitte sagen Sie dem Support der Website Bescheid.',
    },
    insecure_page: {
      title: 'Diese Seite ist nicht sicher',
      text: 'Die Kamera funktioniert nur auf sicheren Seiten. Bitte sagen Sie dem Support der Website Bescheid.',
    },
    blocked_by_coep: {
      title: 'Die Verifizierung lässt sich hier nicht anzeigen',
      text: 'Eine Einstellung dieser Website blockiert sie in diesem Browser. Sie können anderswo weitermachen, zum Beispiel auf dem Handy.',
    },
    blocked_by_csp: {
      title: 'Die Verifizierung lässt sich hier nicht anzeigen',
      text: 'Eine Einstellung dieser Website blockiert sie. Bitte sagen Sie dem Support der Website Bescheid.',
    },
    vendor_error: {
      title: 'Die Verifizierung wurde abgebrochen',
      text: 'Bitte versuchen Sie es noch einmal. Was Sie schon erledigt haben, bleibt gespeichert.',
    },
    session_lost: {
      title: 'Die Verifizierung wurde unterbrochen',
      text: 'Bitte versuchen Sie es noch einmal. Was Sie schon erledigt haben, bleibt gespeichert.',
    },
    other: {
      title: 'Die Verifizierung lässt sich nicht starten',
      text: 'Bitte versuchen Sie es noch einmal. Wenn das nicht hilft, wenden Sie sich an den Support dieser Website.',
    },
  },
};
