import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../commands/index.ts';
import manifest from '../manifest.json' with { type: 'json' };
import { SUGGESTED_PROMPTS } from '../src/slack/listeners/home.ts';

const ROOT = resolve(import.meta.dirname, '..');
const printed = (...options: string[]) =>
  JSON.parse(execFileSync(process.execPath, ['src/manifest.ts', ...options], { cwd: ROOT, encoding: 'utf8' }));

describe('manifest.json', () => {
  it('lists exactly the commands there are, with their descriptions and hints', () => {
    expect(manifest.features.slash_commands).toEqual(
      COMMANDS.map(({ name, description, usageHint, shouldEscape }) => ({
        command: name,
        description,
        usage_hint: usageHint,
        should_escape: shouldEscape ?? false,
      })),
    );
  });

  it('has channels handed over by their ids only where a command takes them', () => {
    const escaping = manifest.features.slash_commands.filter(({ should_escape }) => should_escape);
    expect(escaping.map(({ command }) => command)).toEqual(['/brief']);
  });

  it('asks for the least scopes', () => {
    expect(manifest.oauth_config.scopes).toEqual({
      bot: [
        'app_mentions:read',
        'assistant:write',
        'channels:read',
        'chat:write',
        'commands',
        'files:write',
        'groups:read',
        'im:history',
        'users:read',
      ],
      bot_optional: ['channels:history', 'files:read', 'groups:history'],
    });
  });

  it('subscribes to the events that the bot listens to, and to no other', () => {
    const folder = resolve(ROOT, 'src/slack');
    const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(resolve(folder, name), 'utf8'));
    const listened = code.flatMap((text) => [...text.matchAll(/app\.event\('([a-z_]+)'/g)].map(([, event]) => event));
    const subscribed = manifest.settings.event_subscriptions.bot_events;
    expect([...new Set(subscribed.map((event) => event.split('.')[0]))].sort()).toEqual(listened.sort());
    expect(subscribed.filter((event) => event.includes('.'))).toEqual([
      'message.channels',
      'message.groups',
      'message.im',
    ]);
  });

  it('is an agent, with both tabs open, that offers the prompts the bot sets', () => {
    expect(manifest.features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
    expect(manifest.features.agent_view.suggested_prompts).toEqual(SUGGESTED_PROMPTS);
  });

  it("keeps within Slack's limits", () => {
    const { display_information: shown, features } = manifest;
    expect(shown.name.length).toBeLessThanOrEqual(35);
    expect(shown.description.length).toBeLessThanOrEqual(140);
    expect(shown.long_description.length).toBeGreaterThanOrEqual(175);
    expect(shown.long_description.length).toBeLessThanOrEqual(4_000);
    expect(shown.background_color).toMatch(/^#[0-9a-f]{6}$/);
    expect(features.bot_user.display_name.length).toBeLessThanOrEqual(80);
    expect(features.agent_view.agent_description.length).toBeLessThanOrEqual(300);
    expect(features.agent_view.suggested_prompts.length).toBeLessThanOrEqual(4);
    for (const { command, description, usage_hint } of features.slash_commands) {
      expect(command).toMatch(/^\/[a-z]{1,31}$/);
      expect(description.length).toBeLessThanOrEqual(2_000);
      expect(usage_hint.length).toBeLessThanOrEqual(1_000);
    }
  });

  it('is printed as it is for Socket Mode, with no address in it', () => {
    expect(printed()).toEqual(manifest);
    expect(JSON.stringify(manifest)).not.toContain('url');
  });

  it('is printed with one address everywhere for HTTP', () => {
    const url = 'https://bot.example.com/slack/events';
    const http = printed('--url', 'https://bot.example.com');
    const urls = http.features.slash_commands.map((command: { url: string }) => command.url);
    expect(urls).toEqual(COMMANDS.map(() => url));
    expect(http.settings.interactivity).toEqual({ is_enabled: true, request_url: url });
    expect(http.oauth_config.redirect_urls).toEqual(['https://bot.example.com/slack/oauth_redirect']);
    expect(http.settings.event_subscriptions.request_url).toBe(url);
    expect(http.settings.socket_mode_enabled).toBe(false);
  });

  it('names the tools to Slackbot where it has an address, with the scope for it, and else neither', () => {
    const http = printed('--url', 'https://bot.example.com');
    expect(http.mcp_servers).toEqual({
      'rotation-desk': { url: 'https://bot.example.com/mcp', auth_type: 'slack_identity_auth' },
    });
    expect(http.oauth_config.scopes.bot).toEqual([...manifest.oauth_config.scopes.bot, 'mcp:connect'].sort());
    expect(JSON.stringify(printed())).not.toContain('mcp');
  });

  it.each([
    [['--url', 'http://bot.example.com'], 'Slack needs an https address, not “http://bot.example.com”.'],
    [['--url', 'https://'], 'Slack needs an https address, not “https://”.'],
    [
      ['--url', 'https://bot.example.com/slack/events'],
      'Give the address alone, https://bot.example.com: the manifest puts /slack/events and /mcp behind it.',
    ],
    [['--url'], '--url wants a value behind it.'],
    [['https://bot.example.com'], 'Nothing here takes “https://bot.example.com” by itself.'],
    [['--address', 'https://bot.example.com'], 'There is no option --address.'],
  ])('is not printed for %j, and a sentence says why', (options, words) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['src/manifest.ts', ...options], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    const usage = 'Usage: npm run -s manifest [-- --url https://bot.example.com]';
    expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: `${words}\n${usage}\n` });
  });
});
