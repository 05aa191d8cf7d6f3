import { toInsteadError } from '../errors.ts';
import type { InsteadAdapter, PaymentPopup, ReportEvent } from '../payment/adapter.ts';
import type { Locale } from '../payment/locale.ts';
import { createConnection, DEFAULT_TIMEOUT, type ConnectionOptions } from './connection.ts';
import { startPopupSession, type PopupState } from './popup-session.ts';
import { closeWhileNavigating, openPopup, type NamedPopup } from './popup.ts';
import { createSession } from './create-session.ts';
import { removeOpenPayment, storeOpenPayment } from './open-payment-storage.ts';
import { resumePopup } from './resume-popup.ts';
import { writeLoadingPage } from './loading-page.ts';

export interface ScriptAdapterOptions extends ConnectionOptions {
  getLocale: () => Locale;
}

/** Creates the adapter that runs Instead's script in a hidden frame. It does not touch the page before `connect()` or `openPopup()`. */
export function createScriptAdapter({ getLocale, ...options }: ScriptAdapterOptions): InsteadAdapter {
  const { clientId, timeouts } = options;
  const connection = createConnection(options);
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
    const popup: PopupState = { handle };
    let store = () => {};
    const { receive, reportClosed, stop } = startPopupSession(popup, origin, (event) => {
      if (event.status === 'open') store();
      report(event);
    });
    // A page that is left before Instead's page has loaded closes the popup; later the popup stays open.
    const onPageHide = () => {
      if (!popup.hasMessaged) reportClosed();
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
        store = () => storeOpenPayment(clientId, { merchantUid, popupName: name, until: Number(payEndDttm) }, stop);
        createSession(connection, request, {
          limit: timeouts?.session ?? DEFAULT_TIMEOUT,
          signal: session.signal,
          onResult: receive,
          navigate(url) {
            handle.location.replace(url);
            popup.navigatedAt = Date.now();
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
    getStatus: connection.status.get,
    subscribe: connection.status.subscribe,
    connect: async () => void (await connection.connect()),
    openPopup: openPopupFor,
    resume: (report) => resumePopup(clientId, () => connection.apiUrl().origin, report),
    dispose() {
      stopLastSession();
      connection.dispose();
    },
  };
}
