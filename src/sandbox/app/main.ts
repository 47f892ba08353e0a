import { InquiryPage } from './inquiry-page.js';
import { readParameters } from './parameters.js';

// `/preload` only warms the cache for the pages that follow.
if (window.location.pathname !== '/preload') void new InquiryPage(readParameters(new URL(window.location.href))).open();
