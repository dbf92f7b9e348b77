import { whole } from '../patterns.ts';
import { asked, type Rule } from '../said.ts';

const HELP = whole`
  # a greeting, thanks: help says what can be asked
  hi | hello | hey | yo | hi there | hello there | good (morning|afternoon|evening) | start
  [ok|okay|great|cool|nice|perfect|super|good|fine|got it]* (thanks|thank you|cheers) [a lot|so much|very much] [\w+]
  ok | okay | great | cool | nice
  # help by its name
  help [me|please] | usage | commands | menu | instructions | (show|list) [me] [the|all] (commands|options|examples)
  (give|show) me [an] examples? [.{0,30}]
  # what is this, and what can it do
  who are you [.{0,40}] | what are you [.{0,30}] | are you (a bot|an ai|a robot|human) | what is this [for]
  what (can|do) (you|i|we) (do|ask|answer|know|help with) [you|here|about|me with]*
  what [else] can (you|i) (do|ask) [.{0,30}] | what [\w+ of] (questions|commands|things) can .*
  # how does it work
  how (do|can|should) (i|we) (use|ask|talk to|work|start with) (this|you|it|the bot) ~1
  how does this (work|bot work) | [.{0,20}] how does (this|the) (bot|tool|thing|app) work | how to use [.{0,20}]
`;

/** `help`, `what can i ask?`, `hello`, and a message without a word. */
export const help: Rule = ({ text, plain }) =>
  text === '' || plain === '?' || HELP.test(text) ? asked({ kind: 'help' }, true) : undefined;
