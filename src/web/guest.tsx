import './fonts';
import './styles/index.scss';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { GuestPage } from './views/guest/GuestPage';
import { takeToken } from './views/guest/visit';

const token = takeToken();
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <GuestPage token={token} />
    </StrictMode>,
  );
