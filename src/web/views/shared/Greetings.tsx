/** "Good day" in some of the languages most asked for; decoration, hidden from screen readers. */
const greetings = [
  { lang: 'uk', text: 'Добрий день' },
  { lang: 'ar', text: 'مرحبا', dir: 'rtl' },
  { lang: 'de', text: 'Guten Tag' },
  { lang: 'tr', text: 'Merhaba' },
  { lang: 'fa', text: 'سلام', dir: 'rtl' },
  { lang: 'sq', text: 'Mirëdita' },
  { lang: 'ro', text: 'Bună ziua' },
  { lang: 'vi', text: 'Xin chào' },
] as const;

export function Greetings() {
  return (
    <div className="greetings" aria-hidden="true">
      {greetings.map(({ lang, text, ...rest }) => (
        <span key={lang} lang={lang} className={`greeting greeting-${lang}`} {...rest}>
          {text}
        </span>
      ))}
    </div>
  );
}
