import type { ComponentChildren } from 'preact';

interface ClaimsLinkProps {
  readonly claims: number;
  /** The matrix of these claims. */
  readonly href: string;
  /** What the link says to whoever does not see what it stands beside. */
  readonly label: string;
  readonly children: ComponentChildren;
}

/** A number of claims, which leads to their matrix; where there are none it leads nowhere. */
export function ClaimsLink({ claims, href, label, children }: ClaimsLinkProps) {
  if (claims === 0) return <>{children}</>;
  return (
    <a class="utrecht-link utrecht-link--html-a" href={href} aria-label={label}>
      {children}
    </a>
  );
}
