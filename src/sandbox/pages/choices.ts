import type { Choices } from '../records/flow-view.js';
import type { Inquiry } from '../records/inquiry.js';
import { countryOf, phoneCountries } from '../records/phone-number.js';
import { countriesOf, idsFrom, type Template } from '../records/templates.js';

/** What the screen of an inquiry's step offers. */
export function choicesAt({ progress, fields }: Inquiry, template: Template): Choices {
  const { step, country, phone } = progress;
  if (step === 'country') return { countries: countriesOf(template) };
  if (step === 'id-type') return { idTypes: idsFrom(template, country ?? '') };
  if (step !== 'phone') return {};
  const accepted = template.phoneCountries;
  return {
    phoneCountries: phoneCountries.filter((one) => !accepted || accepted.includes(one.country)),
    phoneCountry: countryOf(phone?.number ?? String(fields['phone-number']?.value ?? '')),
  };
}
