import { createCipheriv, createDecipheriv, hash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Identity } from '../workspaces.ts';

/** What is kept of an installation, and how it is sealed. */

/** What Bolt's installer hands over of an installation, as far as it is needed; the rest is kept with it. */
export const GivenSchema = z.looseObject({
  team: z.looseObject({ id: z.string() }).nullish(),
  enterprise: z.looseObject({ id: z.string() }).nullish(),
  isEnterpriseInstall: z.boolean().default(false),
  user: z.looseObject({ id: z.string() }),
  bot: z.looseObject({
    token: z.string(),
    id: z.string(),
    userId: z.string(),
    refreshToken: z.string().optional(),
    /** Seconds since 1970. */
    expiresAt: z.number().optional(),
  }),
});
export type GrantedInstallation = z.infer<typeof GivenSchema>;

/** The name under which the data of an installation are stored. */
export const installationName = ({ team, enterprise, isEnterpriseInstall }: GrantedInstallation): string => {
  const name = isEnterpriseInstall ? enterprise?.id : team?.id;
  if (name === undefined) throw new Error('the installation is of no workspace');
  return name;
};

export const identityOf = (team: string, { bot, enterprise, isEnterpriseInstall }: GrantedInstallation): Identity => ({
  authorized: { botId: bot.id, botUserId: bot.userId, ...(!isEnterpriseInstall && { teamId: team }) },
  installation: { team, ...(enterprise && { enterprise: enterprise.id }), isOrgWide: isEnterpriseInstall },
});

const FORM = 'v1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const NAME_LENGTH = 8;

/** What was sealed cannot be opened: by none of the keys, or it was changed, or is of something else. */
export class SealError extends Error {
  override readonly name = 'SealError';
}

/** Turns texts into ciphertext and back. */
interface Seal {
  /** @param of what it belongs to; it is opened for that alone */
  readonly close: (text: string, of: string) => string;
  /** @throws {SealError} where no key fits, or it was changed, or belongs to something else */
  readonly open: (sealed: string, of: string) => string;
  /** Whether it was sealed with the key that seals now. */
  readonly isCurrent: (sealed: string) => boolean;
}

/** Names a key without telling anything of it. */
const nameOf = (key: Buffer): string => hash('sha256', key, 'base64url').slice(0, NAME_LENGTH);

/**
 * Seals by AES-256-GCM: the first key seals, each opens what was sealed with it, so that keys can be replaced one after the
 * other. A sealed text is the form, the name of its key, and nonce, tag and ciphertext in base64url, parted by points.
 *
 * @param keys 32 bytes each, one at least
 */
export const createSeal = (keys: readonly Buffer[]): Seal => {
  const byName = new Map(keys.map((key) => [nameOf(key), key]));
  const [first] = keys;
  if (first === undefined) throw new SealError('there is no key');
  const current = `${FORM}.${nameOf(first)}.`;
  return {
    close: (text, of) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', first, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(of));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return current + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open: (sealed, of) => {
      const [form, name, rest = ''] = sealed.split('.');
      const key = form === FORM ? byName.get(name ?? '') : undefined;
      if (key === undefined) throw new SealError('none of the keys has sealed it');
      const bytes = Buffer.from(rest, 'base64url');
      const [nonce, tag] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)];
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
          .setAAD(Buffer.from(of))
          .setAuthTag(tag);
        const body = bytes.subarray(NONCE_BYTES + TAG_BYTES);
        return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
      } catch (error) {
        throw new SealError('it was changed since it was sealed, or belongs to something else', { cause: error });
      }
    },
    isCurrent: (sealed) => sealed.startsWith(current),
  };
};
