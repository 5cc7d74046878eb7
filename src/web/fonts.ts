import '@fontsource/fira-sans/400.css';
import '@fontsource/fira-sans/500.css';
import '@fontsource/fira-sans/600.css';
// Languages are shown in their own script; a browser loads a font only when one of its letters is on the page.
import '@fontsource/noto-sans-bengali/400.css';
import '@fontsource/noto-sans-devanagari/400.css';
import '@fontsource/noto-sans-ethiopic/400.css';
import '@fontsource/noto-sans-gujarati/400.css';
import '@fontsource/noto-sans-gurmukhi/400.css';
import '@fontsource/noto-sans-khmer/400.css';
import '@fontsource/noto-sans-malayalam/400.css';
import '@fontsource/noto-sans-myanmar/400.css';
import '@fontsource/noto-sans-sinhala/400.css';
import '@fontsource/noto-sans-tamil/400.css';
import '@fontsource/noto-sans-thai/400.css';
