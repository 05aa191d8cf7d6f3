/**
 * The emulator's version of Instead's script, with every numbered quirk of src/sdk/README.md. Written from the behavior of the
 * real one. A string, since it has to be sloppy-mode code that no bundler changes.
 */
export const mockScript = (
  apiUrl: string,
): string => `/* 모의 결제: a stand-in for the script of Instead, for development alone. */
API = ${JSON.stringify(apiUrl)};

var INSTEAD = function Instead() {};

(function () {
  var withoutCheck = function (node) {
    node.parentElement.removeChild(node);
  };
  Element.prototype.remove = function () {
    withoutCheck(this);
  };
  NodeList.prototype.remove = HTMLCollection.prototype.remove = function () {
    for (var last = this.length - 1; last >= 0; last--) withoutCheck(this[last]);
  };

  function post(path, headers, body, onAnswer) {
    var request = new XMLHttpRequest();
    request.open('POST', API + path, true);
    request.setRequestHeader('Content-Type', 'application/json');
    for (var name in headers) request.setRequestHeader(name, headers[name]);
    request.onreadystatechange = function () {
      if (request.readyState !== 4 || request.status !== 200) return;
      onAnswer(JSON.parse(request.responseText));
    };
    request.send(JSON.stringify(body));
  }

  function cover() {
    var blocker = document.createElement('div');
    blocker.id = 'blocker';
    blocker.setAttribute('style', 'position:fixed;top:0;left:0;width:100%;height:100%;z-index:99999;background:rgba(0,0,0,.6);color:#fff');
    blocker.textContent = '요청 진행중';
    document.body.appendChild(blocker);
  }

  INSTEAD.init = function (clientId) {
    post('/token', {}, { client_id: clientId }, function (answer) {
      INSTEAD.access_token = answer.access_token;
    });
  };

  INSTEAD.requestPay = function (input) {
    if (!INSTEAD.access_token) {
      alert('먼저 INSTEAD.init() 을 호출하세요.');
      return;
    }
    window.onmessage = function (event) {
      var said = event.data;
      console.log(said.result, said.method);
      if (said.result === 'opened') cover();
      if (said.result === 'closed') document.getElementById('blocker').remove();
      input.request_cb(said);
    };
    post('/session', { Authorization: 'Bearer ' + INSTEAD.access_token }, input, function (answer) {
      INSTEAD.session_id = answer.session_id;
      window.open(API + '/pay?session_id=' + INSTEAD.session_id, '결제를 부탁해', 'width=375, height=600, scrollbars=yes');
    });
  };
})();
`;
