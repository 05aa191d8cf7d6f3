import { toInsteadError } from '../errors.ts';
import type { InsteadAdapter, PaymentPopup, ReportEvent } from '../payment/adapter.ts';
import type { PayRequest } from '../protocol/pay-request.ts';
import type { PayLocale } from '../locales/pay-locale.ts';
import { getConnection, DEFAULT_TIMEOUT, type ConnectionOptions } from './connection.ts';
import { startPopupSession, type PopupSession, type PopupState } from './popup-session.ts';
import { openPopup } from './popup.ts';
import { createSession } from './create-session.ts';
import { createPopupName, storeOpenPayment } from './open-payment-storage.ts';
import { resumePopup } from './resume-popup.ts';
import { getSharedPage } from './shared-page.ts';
import { writeLoadingPage } from './loading-page.ts';

export interface ScriptAdapterOptions extends ConnectionOptions {
  getLocale: () => PayLocale | undefined;
}

/** Creates the adapter that runs Instead's script in a hidden frame. It does not touch the page before `connect()` or `openPopup()`. */
export function createScriptAdapter({ getLocale, ...options }: ScriptAdapterOptions): InsteadAdapter {
  const { clientId, timeouts } = options;
  const connection = getConnection(options);
  const user = {};
  let lastSession: PopupSession | undefined;

  function openPopupFor(report: ReportEvent): PaymentPopup | null {
    lastSession?.stop();
    // Before the popup: an invalid address throws, and must leave no popup behind.
    const { origin } = connection.apiUrl();
    const name = createPopupName(clientId);
    const handle = openPopup(name);
    if (!handle) return null;
    try {
      writeLoadingPage(handle, getLocale());
    } catch {
      // A popup that cannot be written into stays blank.
    }
    const popup: PopupState = { name, handle, since: performance.now(), isNavigated: false };
    try {
      const session = (lastSession = startPopupSession(popup, origin, report));
      return {
        ...session,
        request(request) {
          requestSession(request, popup, handle, session).catch((cause: unknown) =>
            report({ status: 'failed', error: toInsteadError(cause, 'session_failed') }),
          );
        },
      };
    } catch (error) {
      // The page does not allow listeners: the payment fails, and leaves no popup behind.
      handle.close();
      throw error;
    }
  }

  function requestSession(request: PayRequest, popup: PopupState, handle: Window, { signal, stop }: PopupSession) {
    const { merchantUid, payEndDttm, request_cb } = request;
    popup.onResult = request_cb;
    return createSession({ connect: () => connection.connect(user), renewToken: connection.renewToken }, request, {
      limit: timeouts?.session ?? DEFAULT_TIMEOUT,
      signal,
      navigate(url) {
        storeOpenPayment(popup.name, { merchantUid, expiresAt: Number(payEndDttm) }, signal, stop);
        popup.isNavigated = true;
        popup.since = performance.now();
        handle.location.replace(url);
      },
    });
  }

  return {
    getPage: getSharedPage,
    getStatus: connection.status.get,
    subscribe: connection.status.subscribe,
    connect: async () => void (await connection.connect(user)),
    openPopup: openPopupFor,
    resume: (report) => resumePopup(clientId, () => connection.apiUrl().origin, report),
    dispose() {
      lastSession?.stop();
      connection.dispose(user);
    },
  };
}
