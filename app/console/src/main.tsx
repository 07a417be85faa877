import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { applyTheme } from './theme.ts'
import { applyLanguage, loadWords } from './words.ts'

applyTheme()
applyLanguage()
await loadWords()
const place = document.getElementById('app')
if (place === null) throw new Error('the page has no place for the console')
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
