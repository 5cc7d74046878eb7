interface IconProps {
  /** An SVG imported with `?raw`, from @material-symbols/svg-400/rounded. */
  svg: string;
  size?: number;
  /** Only where no text stands beside the icon. */
  label?: string;
}

export function Icon({ svg, size = 24, label }: IconProps) {
  return (
    <span
      className="icon"
      style={{ inlineSize: size, blockSize: size }}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}
