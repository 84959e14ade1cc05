// Takes over the server's page.
import { hydrate } from 'preact';
import { App } from './app.jsx';

const props = JSON.parse(document.getElementById('data').textContent);
hydrate(<App {...props} />, document.getElementById('app'));
performance.mark('app-ready');
