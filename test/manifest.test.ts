import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../commands/index.ts';
import manifest from '../manifest.json' with { type: 'json' };

const ROOT = resolve(import.meta.dirname, '..');
const printed = (...options: string[]) =>
  JSON.parse(execFileSync(process.execPath, ['src/slack/manifest.ts', ...options], { cwd: ROOT, encoding: 'utf8' }));

describe('manifest.json', () => {
  it('lists exactly the commands there are, with their descriptions and hints', () => {
    expect(
      manifest.features.slash_commands.map(({ command, description, usage_hint }) => ({
        name: command,
        description,
        usageHint: usage_hint,
      })),
    ).toEqual(COMMANDS.map(({ name, description, usageHint }) => ({ name, description, usageHint })));
  });

  it('asks for the least scopes', () => {
    expect(manifest.oauth_config.scopes).toEqual({ bot: ['channels:read', 'chat:write', 'commands', 'groups:read'] });
  });

  it("keeps within Slack's limits", () => {
    const { display_information: shown, features } = manifest;
    expect(shown.name.length).toBeLessThanOrEqual(35);
    expect(shown.description.length).toBeLessThanOrEqual(140);
    expect(shown.long_description.length).toBeGreaterThanOrEqual(175);
    expect(shown.long_description.length).toBeLessThanOrEqual(4_000);
    expect(shown.background_color).toMatch(/^#[0-9a-f]{6}$/);
    expect(features.bot_user.display_name.length).toBeLessThanOrEqual(80);
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
    expect(http.features.slash_commands.map((command: { url: string }) => command.url)).toEqual([url]);
    expect(http.settings.interactivity).toEqual({ is_enabled: true, request_url: url });
    expect(http.settings.socket_mode_enabled).toBe(false);
  });

  it('is not printed for an address that Slack would refuse', () => {
    expect(() => printed('--url', 'http://bot.example.com')).toThrow(/https/);
  });
});
