// Forms, asked for once in each language.
import { records, type Form, type FormLine } from '../api/records';
import { Trouble } from '../api/ask';
import { language } from '../text/text.svelte';
import { session } from './session.svelte';

let list = $state.raw<FormLine[]>([]);
let asked = '';
const whole = new Map<string, Promise<Form>>();

export const forms = {
  /** The forms that whoever is signed in may fill in. */
  get list() { return list; },
  async load(): Promise<void> {
    const wanted = `${session.who?.user}/${language()}`;
    if (wanted === asked) return;
    asked = wanted;
    try {
      list = await records.forms(language());
    } catch (error) {
      asked = '';
      list = [];
      if (!(error instanceof Trouble)) throw error;
    }
  },
  /** A form in the language of the page. */
  get(id: string, version?: number): Promise<Form> {
    const key = `${session.who?.user}/${id}/${version ?? ''}/${language()}`;
    const found = whole.get(key) ?? records.form(id, language(), version);
    whole.set(key, found);
    found.catch(() => whole.delete(key));
    return found;
  },
};
