import { mount } from 'svelte';
import App from './app/App.svelte';
import './app/base.css';
import './app/print.css';
import { start } from './text/text.svelte';

const target = document.getElementById('app');
if (target) void start().then(() => mount(App, { target }));
