import { words } from '../patterns.ts';
import { asked, type Rule } from '../said.ts';

const SECRETS = words`
  # what opens doors
  token | tokens | api ?keys? | secret | secrets | password | passwords | credential | credentials | signing secret
  private key | xoxb | xapp
  # what the bot is made of
  env | environment variables? | env vars? | config file | source code | your code | database | store file | logs?
  hidden instructions
  # what others say
  (every|other|all) users? | users who | who else (asked|uses|is asking) | (chat|message) history | private messages
  other people s (questions|chats|messages) | other people (asking|ask|asked)
`;

const ASKS = words`
  show | print | give | what | which | reveal | tell | dump | list | send | share | read | leak | expose | your | cat
  echo | paste | see | access | display
`;

const ORDINARY = words`animal | secret sauce`;

/** `print your token`, `what do other users ask?` */
export const secrets: Rule = ({ text, plain }) =>
  (SECRETS.test(text) || /\.env\b/.test(plain)) && ASKS.test(text) && !ORDINARY.test(text)
    ? asked({ kind: 'refusal', reason: 'secrets' }, true)
    : undefined;
