/** A link that leaves the extension, in a tab of its own. */
interface ExternalLinkProps {
  href: string;
  children: string;
  asButton?: boolean;
}

export function ExternalLink({ href, children, asButton = false }: ExternalLinkProps) {
  return (
    <a class={asButton ? 'button' : 'link'} href={href} target="_blank" rel="noreferrer">
      {children}
      <span aria-hidden="true"> ↗</span>
    </a>
  );
}
