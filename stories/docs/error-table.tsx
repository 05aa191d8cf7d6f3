import { InsteadError, type InsteadErrorCode } from '../../src/errors.ts';
import { messageFor } from '../messages.ts';

const codes = Object.keys({
  sdk_load_failed: 1,
  token_failed: 1,
  session_failed: 1,
  popup_blocked: 1,
  popup_lost: 1,
  invalid_request: 1,
  order_failed: 1,
  already_paying: 1,
  no_provider: 1,
  disposed: 1,
  invalid_webhook: 1,
} satisfies Record<InsteadErrorCode, 1>) as InsteadErrorCode[];

/** Every code, with the developer's message and the shopper's in both languages. */
export function ErrorTable() {
  return (
    <>
      {codes.map((code) => {
        const error = new InsteadError(code);
        return (
          <section key={code}>
            <h2 id={code}>
              <code>{code}</code>
            </h2>
            <p>{error.message}</p>
            <ul>
              <li lang="ko">{messageFor(code, 'ko')}</li>
              <li>{messageFor(code, 'en')}</li>
              <li>{error.retryable ? 'A second click may succeed.' : 'A second click changes nothing.'}</li>
            </ul>
          </section>
        );
      })}
    </>
  );
}
