// Takes spooled messages to where they go, writing each step down before and after.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "pipeline/deliver/ledger.h"
#include "pipeline/deliver/ledger_view.h"
#include "pipeline/deliver/spool.h"
#include "pipeline/deliver/transport.h"

namespace chohyo {

/// A spooled message on its way, and what came of it.
struct Parcel {
  LedgerMessage message;  ///< state and reply are kept up to date
  std::string drop;       ///< the shared folder of a drop; "" for a mail
};

class Postman {
 public:
  /// `now` gives seconds since 1970; `transport` is made when the first mail goes.
  Postman(Ledger* ledger, const Spool& spool, std::string from,
          std::function<std::unique_ptr<Transport>()> make_transport, std::function<std::int64_t()> now)
      : ledger_(*ledger),
        spool_(spool),
        from_(std::move(from)),
        make_transport_(std::move(make_transport)),
        now_(std::move(now)) {}

  /// Tries each parcel once. After three in a row that found nobody there, the others stay for the next try.
  void Deliver(const std::vector<Parcel*>& parcels);

 private:
  Attempt Try(const Parcel& parcel);
  Attempt PutDown(const Parcel& parcel, const SpooledMessage& spooled);
  void Note(Parcel* parcel, const Attempt& attempt);

  Ledger& ledger_;
  const Spool& spool_;
  std::string from_;
  std::function<std::unique_ptr<Transport>()> make_transport_;
  std::function<std::int64_t()> now_;
  std::unique_ptr<Transport> transport_;
};

}  // namespace chohyo
