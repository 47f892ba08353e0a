import type { FrontLabels } from './labels.js';

/** The shop's first words in every language, small enough to come with the first script. */
export const front: Record<'en' | 'es' | 'fr', FrontLabels> = {
  en: {
    missing: 'This did not load. Try again.',
    heading: 'Find a phone number',
    country: 'Country',
    digits: 'Area code, city or digits',
    find: 'Find numbers',
  },
  es: {
    missing: 'No se cargó. Inténtalo de nuevo.',
    heading: 'Busca un número de teléfono',
    country: 'País',
    digits: 'Código de área, ciudad o dígitos',
    find: 'Buscar números',
  },
  fr: {
    missing: 'Échec du chargement. Réessayez.',
    heading: 'Trouver un numéro de téléphone',
    country: 'Pays',
    digits: 'Indicatif, ville ou chiffres',
    find: 'Chercher des numéros',
  },
};
