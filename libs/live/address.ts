import type { IncomingMessage } from 'node:http';

/**
 * Who is at the other end. Each proxy adds the address of whoever called it to the end of `X-Forwarded-For`, so with a number of
 * trusted ones the caller stands that far from the end; what is written before it may be invented.
 * @param proxies how many proxies in front of the hub are trusted
 */
export const addressOf =
  (proxies: number) =>
  ({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): string => {
    const direct = socket.remoteAddress ?? '';
    if (proxies === 0) return direct;
    const said = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
    const addresses = said.map((address) => address.trim()).filter((address) => address !== '');
    return addresses.at(-Math.min(proxies, addresses.length)) ?? direct;
  };
