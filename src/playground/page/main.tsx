/** Starts the page. */
import { render } from 'preact';
import { App } from './app.js';
import { Client, ClientContext } from './client.js';

const client = new Client();
const root = document.querySelector('#page');
if (root !== null)
  render(
    <ClientContext.Provider value={client}>
      <App />
    </ClientContext.Provider>,
    root,
  );
client.become('');
