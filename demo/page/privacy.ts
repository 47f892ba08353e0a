import { keepChoices, takeChoices } from './preferences.js';
import { writeWords } from './words.js';

takeChoices();
keepChoices();
writeWords('privacyTitle');
