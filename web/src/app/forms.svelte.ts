// Forms, asked for once in each language.
import { Trouble } from '../api/ask';
import { records, type Form, type FormLine, type RecordShown } from '../api/records';
import { language } from '../text/text.svelte';
import { session } from './session.svelte';

let list = $state.raw<FormLine[]>([]);
let asked = '';
const whole = new Map<string, Promise<Form>>();

async function load(): Promise<void> {
  const wanted = `${session.who?.user}/${language()}`;
  if (wanted === asked) return;
  asked = wanted;
  try {
    list = await records.forms(language());
  } catch (error) {
    asked = '';
    if (!(error instanceof Trouble)) throw error;
  }
}

/** A form in the language of the page. */
function get(id: string, version?: number): Promise<Form> {
  const key = `${session.who?.user}/${id}/${version ?? ''}/${language()}`;
  const found = whole.get(key) ?? records.form(id, language(), version);
  whole.set(key, found);
  found.catch(() => whole.delete(key));
  return found;
}

/** The forms that a record may have been written in, as far as they are at hand: its own first, then those of its steps and kind. */
async function knownFor(record: RecordShown): Promise<Form[]> {
  await load();
  const { kind, area } = record;
  const steps = record.steps.flatMap((step) => step.form ?? []);
  const kin = list.filter((form) => form.kind === kind && (!form.area || form.area === area)).map((form) => form.id);
  const others = [...new Set([...steps, ...kin])].filter((id) => id !== record.form?.form);
  const wanted = [...(record.form ? [get(record.form.form, record.form.version)] : []), ...others.map((id) => get(id))];
  const found = await Promise.allSettled(wanted);
  return found.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
}

export const forms = {
  /** The forms that whoever is signed in may begin a record with. */
  get list() { return list; },
  get language() { return language(); },
  load, get, knownFor,
};
