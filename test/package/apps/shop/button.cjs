// The older half of the shop: it asks for the library with `require`.
exports.PayButton = require('react-instead-pay').PayButton;
