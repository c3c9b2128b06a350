// Light, dark, or as the device says.
import { recall, remember } from '../text/text.svelte';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEPT = 'amana-theme';
const night = matchMedia('(prefers-color-scheme: dark)');
let chosen = $state<Theme>(THEMES.find((x) => x === recall(KEPT)) ?? 'auto');

function draw(): void {
  const theme = chosen === 'auto' ? (night.matches ? 'dark' : 'light') : chosen;
  document.documentElement.dataset.theme = theme;
}
night.addEventListener('change', draw);
draw();

export const theme = () => chosen;
export function chooseTheme(wanted: Theme): void {
  chosen = wanted;
  remember(KEPT, wanted);
  draw();
}
