import type { Command } from 'commander';
import type { CardOptions } from '../choose-card.ts';
import { cardCommand } from './card-command.ts';

/** The addresses of one card. */
export function declareUrl(program: Command): void {
  cardCommand(program, 'url', "print one card's URLs (OG_SITE_URL, OG_SECRETS)")
    .addHelpText('after', '\nExample:\n  OG_SITE_URL=https://example.com cardstock url plain --title "Hello"')
    .action(async (name: string | undefined, options: CardOptions) =>
      (await import('../url.ts')).url(name, options),
    );
}
