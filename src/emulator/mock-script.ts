/**
 * Returns the emulator's version of Instead's script, which behaves like the real one, with every numbered quirk of
 * src/sdk/README.md. It is a string because it has to be sloppy-mode code that no bundler changes.
 */
export const mockScript = (
  apiUrl: string,
): string => `/* 모의 결제: the local emulator's version of Instead's script. For development only. */
API = ${JSON.stringify(apiUrl)};

var INSTEAD = function Instead() {};

(function () {
  var removeUnchecked = function (node) {
    node.parentElement.removeChild(node);
  };
  Element.prototype.remove = function () {
    removeUnchecked(this);
  };
  NodeList.prototype.remove = HTMLCollection.prototype.remove = function () {
    for (var last = this.length - 1; last >= 0; last--) removeUnchecked(this[last]);
  };

  function post(path, headers, body, onResponse) {
    var request = new XMLHttpRequest();
    request.open('POST', API + path, true);
    request.setRequestHeader('Content-Type', 'application/json');
    for (var name in headers) request.setRequestHeader(name, headers[name]);
    request.onreadystatechange = function () {
      if (request.readyState !== 4 || request.status !== 200) return;
      onResponse(JSON.parse(request.responseText));
    };
    request.send(JSON.stringify(body));
  }

  function showBlocker() {
    var blocker = document.createElement('div');
    blocker.id = 'blocker';
    blocker.setAttribute('style', 'position:fixed;top:0;left:0;width:100%;height:100%;z-index:99999;background:rgba(0,0,0,.6);color:#fff');
    blocker.textContent = '요청 진행중';
    document.body.appendChild(blocker);
  }

  INSTEAD.init = function (clientId) {
    post('/token', {}, { client_id: clientId }, function (response) {
      INSTEAD.access_token = response.access_token;
    });
  };

  INSTEAD.requestPay = function (input) {
    if (!INSTEAD.access_token) {
      alert('먼저 INSTEAD.init() 을 호출하세요.');
      return;
    }
    window.onmessage = function (event) {
      var message = event.data;
      console.log(message.result, message.method);
      if (message.result === 'opened') showBlocker();
      if (message.result === 'closed') document.getElementById('blocker').remove();
      input.request_cb(message);
    };
    post('/session', { Authorization: 'Bearer ' + INSTEAD.access_token }, input, function (response) {
      INSTEAD.session_id = response.session_id;
      window.open(API + '/pay?session_id=' + INSTEAD.session_id, '결제를 부탁해', 'width=375, height=600, scrollbars=yes');
    });
  };
})();
`;
