import { toInsteadError } from '../errors.ts';
import type { InsteadAdapter, PaymentPopup, ReportEvent } from '../payment/adapter.ts';
import type { PayLocale } from '../locales/pay-locale.ts';
import { getConnection, DEFAULT_TIMEOUT, type ConnectionOptions } from './connection.ts';
import { startPopupSession, type PopupState } from './popup-session.ts';
import { closeWhileNavigating, openPopup, type NamedPopup } from './popup.ts';
import { createSession } from './create-session.ts';
import { removeOpenPayment, storeOpenPayment } from './open-payment-storage.ts';
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
  let stopLastSession = () => {};

  function openPopupFor(report: ReportEvent): PaymentPopup | null {
    stopLastSession();
    // Before the popup: an invalid address throws, and must leave no popup behind.
    const { origin } = connection.apiUrl();
    const opened = openPopup();
    if (!opened) return null;
    try {
      return startSession(opened, origin, report);
    } catch (error) {
      // The page does not allow listeners: the payment fails, and leaves no popup behind.
      opened.handle.close();
      throw error;
    }
  }

  function startSession({ handle, name }: NamedPopup, origin: string, report: ReportEvent): PaymentPopup {
    try {
      writeLoadingPage(handle, getLocale());
    } catch {
      // A popup that cannot be written into stays blank.
    }

    const session = new AbortController();
    const popup: PopupState = { handle, openedAt: performance.now() };
    const { receive, reportClosed, stop } = startPopupSession(popup, origin, report);
    // A page that is left while the popup is still blank closes it. Once it has been navigated, the next document resumes it.
    const onPageHide = () => {
      if (!popup.navigatedAt) reportClosed();
    };
    window.addEventListener('pagehide', onPageHide);
    const end = (keepListening?: unknown) => {
      session.abort();
      removeOpenPayment(clientId, name);
      window.removeEventListener('pagehide', onPageHide);
      stop(keepListening);
    };

    return {
      request(request) {
        const { merchantUid, payEndDttm } = request;
        popup.onResult = request.request_cb;
        createSession({ connect: () => connection.connect(user), renewToken: connection.renewToken }, request, {
          limit: timeouts?.session ?? DEFAULT_TIMEOUT,
          signal: session.signal,
          onResult: receive,
          navigate(url) {
            storeOpenPayment(clientId, { merchantUid, popupName: name, expiresAt: Number(payEndDttm) }, stop);
            popup.navigatedAt = performance.now();
            handle.location.replace(url);
            return handle;
          },
        }).then(
          (forwardResult) => (popup.forwardResult = forwardResult),
          (cause: unknown) => report({ status: 'failed', error: toInsteadError(cause, 'session_failed') }),
        );
      },
      focus: () => handle.focus(),
      release() {
        end(popup.onResult);
        stopLastSession = stop;
      },
      close() {
        end();
        if (popup.navigatedAt && !popup.hasMessaged) closeWhileNavigating(handle);
        else handle.close();
      },
    };
  }

  return {
    getPage: getSharedPage,
    getStatus: connection.status.get,
    subscribe: connection.status.subscribe,
    connect: async () => void (await connection.connect(user)),
    openPopup: openPopupFor,
    resume: (report) => resumePopup(clientId, () => connection.apiUrl().origin, report),
    dispose() {
      stopLastSession();
      connection.dispose(user);
    },
  };
}
