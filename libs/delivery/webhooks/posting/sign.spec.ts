import { Webhook } from 'standardwebhooks';
import { newWebhookSecret, signature } from './sign.js';

describe('a signature', () => {
  it('is that of the specification’s own example', () => {
    const signed = {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      seconds: 1_614_265_330,
      body: Buffer.from('{"test": 2432232314}'),
    };
    expect(signature(['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'], signed)).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    );
  });

  it('satisfies the official library under each of two secrets, and no third', () => {
    const [old, recent, other] = [newWebhookSecret(), newWebhookSecret(), newWebhookSecret()];
    const signed = { id: 'one', seconds: Math.floor(Date.now() / 1000), body: Buffer.from('{"a":"ü"}') };
    const headers = {
      'webhook-id': signed.id,
      'webhook-timestamp': `${signed.seconds}`,
      'webhook-signature': signature([recent, old], signed),
    };
    for (const secret of [old, recent]) {
      expect(new Webhook(secret).verify(signed.body, headers)).toEqual({ a: 'ü' });
    }
    expect(() => new Webhook(other).verify(signed.body, headers)).toThrow();
    expect(() => new Webhook(old).verify(`${signed.body} `, headers)).toThrow();
  });

  it('uses secrets of 32 random bytes', () => {
    const secret = newWebhookSecret();
    expect(Buffer.from(secret.replace(/^whsec_/, ''), 'base64')).toHaveLength(32);
    expect(newWebhookSecret()).not.toBe(secret);
  });
});
