import '@uswds/uswds/css/uswds.css';
import './styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Console } from './app/console.js';
import { Speaking } from './words/words.js';

const place = document.getElementById('console');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <Speaking>
        <Console />
      </Speaking>
    </StrictMode>,
  );
}
